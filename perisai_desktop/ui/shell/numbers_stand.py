"""Where an agent's window tells how the laptop stands with the branch, and opens the way to new receipt numbers."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.numbers.dialog import NumbersDialog
from perisai_desktop.ui.screens.numbers.notices_card import NoticesCard, Tell
from perisai_desktop.ui.screens.numbers.notices_presenter import NoticesPresenter
from perisai_desktop.ui.screens.numbers.notices_words import notices
from perisai_desktop.ui.screens.numbers.screen import notices_card, numbers_dialog
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame


class NumbersStand(QObject):
    """`send_asked`: connect and send now. `begun`: the laptop may write again."""

    send_asked = Signal()
    begun = Signal()

    def __init__(self, desk: AgentDesk, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._jobs = jobs
        self._window = window
        self._presenters: list[NoticesPresenter] = []
        self.dialog: NumbersDialog | None = None

    def card(self, tell: Tell = notices) -> NoticesCard:
        """A card of notices for a screen; it is read again with all the others."""
        card, presenter = notices_card(self._desk, self._jobs, tell)
        card.numbers_asked.connect(self.show)
        self._presenters.append(presenter)
        presenter.look()
        return card

    def look(self) -> None:
        """Read again how the laptop stands."""
        for presenter in self._presenters:
            presenter.look()

    def show(self) -> None:
        """Open the dialog, once."""
        if self.dialog is not None:
            return
        dialog, _presenter = numbers_dialog(self._desk.phoning, self._jobs, self._window, self._written)
        if self._desk.identity.practice:
            PracticeFrame(dialog)
        dialog.connect_asked.connect(self._connect)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def _written(self) -> None:
        self.look()
        self.begun.emit()

    def _connect(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.send_asked.emit()

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
