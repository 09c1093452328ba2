"""Opens the dialog for a picture over a form, and brings the form what was taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.photo import PhotoSubject, PreparedPhoto
from perisai_desktop.ui.screens.photo.lens import LensPorts
from perisai_desktop.ui.screens.photo.screen import photo_dialog
from perisai_desktop.ui.screens.photo.view import PhotoDialog
from perisai_desktop.ui.shell.laptop import Laptop
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame

TakePhoto = Callable[[PhotoSubject, PreparedPhoto], None]


class PhotoStand(QObject):
    """One dialog at a time; `take` is given what was taken of a subject."""

    def __init__(
        self, jobs: Jobs, take: TakePhoto, owner: QWidget, laptop: Laptop, *, practice: bool
    ) -> None:
        super().__init__(owner)
        self.dialog: PhotoDialog | None = None
        self._jobs = jobs
        self._take = take
        self._owner = owner
        self.laptop = laptop
        self._practice = practice

    def ask(self, subject: PhotoSubject, path: str = "") -> None:
        """Take a picture of `subject`; of the file at `path` where one was dropped."""
        if self.dialog is not None:
            return
        laptop = self.laptop
        lens = LensPorts(laptop.cameras, lambda: laptop.choices.read().camera, laptop.keep_camera)
        dialog, presenter = photo_dialog(
            subject, self._jobs, lambda photo: self._taken(subject, photo), self._owner, lens
        )
        if self._practice:
            PracticeFrame(dialog)
        dialog.finished.connect(lambda _code: self._closed(dialog))
        self.dialog = dialog
        dialog.open()
        if path:
            presenter.open(Path(path))

    def _taken(self, subject: PhotoSubject, photo: PreparedPhoto) -> None:
        self._take(subject, photo)
        if self.dialog is not None:
            self.dialog.accept()

    def _closed(self, dialog: PhotoDialog) -> None:
        dialog.deleteLater()
        self.dialog = None
