"""Opens the comparison over the reviewer's window, with the photos of both records."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.ui.screens.comparison.screen import comparison_dialog
from perisai_desktop.ui.screens.pictures.screen import Pictures
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame


class ComparisonStand:
    """`told`: something was said of a pair with this record."""

    def __init__(
        self, reviewing: Reviewing, jobs: Jobs, told: Callable[[str], None], owner: QWidget, *, practice: bool
    ) -> None:
        self._reviewing = reviewing
        self._jobs = jobs
        self._told = told
        self._owner = owner
        self._practice = practice

    def ask(self, entry_id: str) -> None:
        """Put a record beside what it collides with."""
        photos = self._photos(), self._photos()
        told = lambda: self._told(entry_id)  # noqa: E731
        comparisons = self._reviewing.comparisons
        dialog = comparison_dialog(comparisons, entry_id, self._jobs, told, photos, self._owner)
        if self._practice:
            PracticeFrame(dialog)
        for one in photos:
            one.setParent(dialog)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _photos(self) -> Pictures:
        photos = Pictures(self._reviewing, self._jobs, self._owner)
        if self._practice:
            photos.viewing.connect(lambda dialog: PracticeFrame(dialog))
        return photos
