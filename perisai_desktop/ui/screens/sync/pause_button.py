"""The button that pauses the sending for a while, and has it go on."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from perisai_desktop.domain.counters import PauseSpan
from perisai_desktop.ui.widgets.button import Button


class PauseButton(QWidget):
    """`pause_asked` carries for how long; `resume_asked`: go on."""

    pause_asked = Signal(PauseSpan)
    resume_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._paused = False
        self._button = Button(self.tr("Pause"), icon="circle-pause", key="Ctrl+J")
        self._button.setObjectName("sync_pause")
        self._button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)

    def show_paused(self, paused: bool) -> None:
        """Offer to pause, or to go on."""
        if paused != self._paused:
            self._paused = paused
            self._button.show_words(self.tr("Resume") if paused else self.tr("Pause"))
            self._button.show_icon("play" if paused else "circle-pause")

    def spans(self) -> QMenu:
        """For how long: a menu whose choice is told."""
        menu = QMenu(self)
        for span, words in (
            (PauseSpan.HOUR, self.tr("For an hour")),
            (PauseSpan.TOMORROW, self.tr("Until tomorrow, 6 o'clock")),
            (PauseSpan.OPEN, self.tr("Until I resume")),
        ):
            menu.addAction(words).triggered.connect(lambda _on=False, span=span: self.pause_asked.emit(span))
        return menu

    def _press(self) -> None:
        if self._paused:
            self.resume_asked.emit()
        else:
            menu = self.spans()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.mapToGlobal(QPoint(0, self.height())))
