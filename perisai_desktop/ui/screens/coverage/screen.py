"""Joins the screen of targets and regions, and its dialog, with their presenters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.coverage import CoverageGroup, CoverageHead, CoverageLine
from perisai_desktop.domain.report import Span
from perisai_desktop.ui.screens.coverage.aim_dialog import AimDialog
from perisai_desktop.ui.screens.coverage.aiming import Aimed, AimPresenter, Branch
from perisai_desktop.ui.screens.coverage.presenter import Coverage, CoveragePresenter
from perisai_desktop.ui.screens.coverage.view import CoverageView


def coverage_screen(
    coverage: Coverage, jobs: Jobs, head: Callable[[], CoverageHead], here: int, *, aims: bool
) -> tuple[CoverageView, CoveragePresenter]:
    """A view and its presenter, joined. `here`: minutes ahead of UTC; `aims`: whether the viewer may set targets."""
    view = CoverageView(here, aims=aims)
    presenter = CoveragePresenter(coverage, jobs, view.show_state, head)
    view.appeared.connect(presenter.load)
    view.period.span_chosen.connect(lambda value: presenter.choose_span(Span(value)))
    view.period.stepped.connect(presenter.step)
    view.period.grouped.connect(lambda value: presenter.group(CoverageGroup(value)))
    view.lines.chosen.connect(presenter.choose)
    view.lines.reload_asked.connect(presenter.renew)
    view.lines.sort_asked.connect(presenter.sort)
    view.save_asked.connect(presenter.save)
    return view, presenter


def aim_dialog(
    branch: Branch,
    jobs: Jobs,
    grouping: CoverageGroup,
    line: CoverageLine,
    today: date,
    done: Callable[[], None],
    parent: QWidget,
) -> tuple[AimDialog, AimPresenter]:
    """A dialog and its presenter, joined; `done` hears that something was set."""
    aimed = Aimed(grouping, line, today)
    dialog = AimDialog(aimed, parent)
    presenter = AimPresenter(branch, jobs, aimed, dialog.show_state, done)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.typed.connect(lambda name, text: presenter.type(name, text))
    dialog.acted.connect(lambda: presenter.act())
    dialog.show_state(presenter.state)
    return dialog, presenter
