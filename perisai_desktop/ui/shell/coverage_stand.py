"""Targets and regions in the reviewer's window: the screen, and the dialog that sets a target."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.coverage import CoverageGroup, CoverageHead, CoverageLine
from perisai_desktop.services.branch_coverage import BranchCoverage
from perisai_desktop.ui.screens.coverage.aiming import AIMING
from perisai_desktop.ui.screens.coverage.presenter import CoveragePresenter
from perisai_desktop.ui.screens.coverage.screen import aim_dialog, coverage_screen
from perisai_desktop.ui.shell.frame import Frame
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame


class CoverageStand:
    """`presenter` is None until the screen was asked for; `today` tells the local date, `here` minutes ahead of UTC."""

    def __init__(
        self,
        branch: BranchCoverage,
        reviewer: ReviewerIdentity,
        jobs: Jobs,
        today: Callable[[], date],
        here: int,
        window: QWidget,
        *,
        practice: bool,
    ) -> None:
        self.presenter: CoveragePresenter | None = None
        self._branch = branch
        self._reviewer = reviewer
        self._jobs = jobs
        self._today = today
        self._here = here
        self._window = window
        self._practice = practice

    def stand_in(self, frame: Frame, titled: Callable[[], None]) -> None:
        """Put the screen into the frame; `titled` hears of a new title. Who may not set targets is not offered to."""
        aims = self._reviewer.role in AIMING
        view, self.presenter = coverage_screen(self._branch, self._jobs, self._head, self._here, aims=aims)
        view.aim_asked.connect(self._aim)
        view.titled.connect(titled)
        frame.add("coverage", view, view)

    def _head(self) -> CoverageHead:
        return CoverageHead(self._reviewer.branch, self._reviewer.name, self._today(), self._practice)

    def _aim(self, grouping: CoverageGroup, line: CoverageLine) -> None:
        assert self.presenter is not None
        dialog, _presenter = aim_dialog(
            self._branch, self._jobs, grouping, line, self._today(), self.presenter.load, self._window
        )
        if self._practice:
            PracticeFrame(dialog)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
