"""Opens the dialogs about a worker's life over the agent's window, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.life.screen import life_dialog
from perisai_desktop.ui.screens.tasks.screen import correction_dialog
from perisai_desktop.ui.screens.withdrawal.screen import withdrawal_dialog
from perisai_desktop.ui.state_words import ReasonWords
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame


class LifeStand(QObject):
    """`written`: an entry was written and waits to be sent."""

    written = Signal()
    receipt_asked = Signal(str)

    def __init__(self, desk: AgentDesk, jobs: Jobs, reasons: ReasonWords, owner: QWidget) -> None:
        super().__init__(owner)
        self.dialog: QDialog | None = None
        self._desk = desk
        self._jobs = jobs
        self._reasons = reasons
        self._owner = owner

    def change(self, worker_id: str) -> None:
        """Write down what is different in a worker's life, or that the membership ends."""
        self._open(life_dialog(self._desk, self._jobs, worker_id, self._settled, self._owner)[0])

    def correct(self, worker_id: str) -> None:
        """Correct what was written down wrong of a worker, before or after it was sent."""
        dialog, _ = correction_dialog(
            self._desk, self._jobs, worker_id, self._reasons, lambda: self._settled(""), self._owner
        )
        dialog.desk.receipt_asked.connect(self.receipt_asked)
        self._open(dialog)

    def withdraw(self, worker_id: str, name: str) -> None:
        """Take consent of the worker `name` back."""
        self._open(
            withdrawal_dialog(
                self._desk.withdrawing, self._jobs, worker_id, name, self._settled, self._owner
            )[0]
        )

    def _settled(self, _entry_id: str) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.written.emit()

    def _open(self, dialog: QDialog) -> None:
        if self._desk.identity.practice:
            PracticeFrame(dialog)
        dialog.finished.connect(lambda _code: self._closed(dialog))
        self.dialog = dialog
        dialog.open()

    def _closed(self, dialog: QDialog) -> None:
        dialog.deleteLater()
        if self.dialog is dialog:
            self.dialog = None
