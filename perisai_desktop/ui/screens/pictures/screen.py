"""Joins the row of photos and the viewer with their presenter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.drawing_pictures import draw_picture
from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.review import ReviewRecord
from perisai_desktop.ui.screens.pictures.presenter import PicturesPresenter, Seeing
from perisai_desktop.ui.screens.pictures.state import PicturesState
from perisai_desktop.ui.screens.pictures.strip import PhotoStrip
from perisai_desktop.ui.screens.pictures.viewer import PictureViewer


class Pictures(QObject):
    """`strip` is to stand below the form; the viewer opens over `window`. `viewing` carries its dialog beforehand.

    While the window is hidden, as behind a locked screen, no photo is held. With `commenting`, `commented` carries the field
    of the form of a photo that is to be sent back.
    """

    viewing = Signal(object)
    commented = Signal(str)

    def __init__(self, seeing: Seeing, jobs: Jobs, window: QWidget, *, commenting: bool = False) -> None:
        super().__init__(window)
        self._commenting = commenting
        self._window = window
        self.strip = PhotoStrip()
        self.viewer: PictureViewer | None = None
        self.presenter = PicturesPresenter(seeing, draw_picture, jobs, self.show_state)
        self.strip.pressed.connect(lambda place: self.presenter.look(place))
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self.presenter.rest()
        elif event.type() == QEvent.Type.Show:
            self.presenter.wake()
        return super().eventFilter(watched, event)

    def show_state(self, state: PicturesState) -> None:
        """Show the photos of the open record, and the viewer while one is looked at."""
        self.strip.show_state(state)
        viewer = self.viewer
        if state.looking is None:
            self.viewer = None
            if viewer is not None:
                viewer.close()
        elif viewer is None:
            self._open(state)
        else:
            viewer.show_state(state)

    def follow(self, record: ReviewRecord | None) -> None:
        """Show the photos of a record."""
        self.presenter.follow(record, None)

    def close(self) -> None:
        """Forget every photo."""
        self.presenter.close()

    def _open(self, state: PicturesState) -> None:
        viewer = self.viewer = PictureViewer(self._window, commenting=self._commenting)
        viewer.commented.connect(self._comment)
        viewer.stepped.connect(lambda by: self.presenter.step(by))
        viewer.finished.connect(lambda _result: self._left())
        viewer.finished.connect(viewer.deleteLater)
        viewer.show_state(state)
        self.viewing.emit(viewer)
        viewer.open()

    def _comment(self, field: str) -> None:
        if self.viewer is not None:
            self.viewer.accept()
        self.commented.emit(field)

    def _left(self) -> None:
        self.viewer = None
        self.presenter.leave()
