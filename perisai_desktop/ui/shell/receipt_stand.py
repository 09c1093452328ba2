"""Opens receipts over the agent's window, and keeps what they are printed on and the folder they are saved in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.printing import USUAL, PrintChoice
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.printers import NoPrinters, Printers
from perisai_desktop.ui.screens.receipt.screen import receipt_window
from perisai_desktop.ui.screens.receipt.view import ReceiptWindow
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame


class ReceiptStand(QObject):
    """One receipt at a time; `closed` says whether it was a fresh one."""

    folder_chosen = Signal(object)
    choice_made = Signal(object)
    next_person = Signal()
    closed = Signal(bool)

    def __init__(
        self,
        desk: AgentDesk,
        jobs: Jobs,
        folder: Path,
        printers: Printers | None,
        choice: PrintChoice | None,
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self.window: ReceiptWindow | None = None
        self._desk = desk
        self._jobs = jobs
        self._folder = folder
        self._printers = printers or NoPrinters()
        self._choice = choice or USUAL
        self._owner = owner

    def show(self, receipt: Receipt, *, fresh: bool) -> None:
        """Open the window of a receipt; `fresh` right after the money was taken."""
        window = receipt_window(
            self._desk.printing,
            self._printers,
            self._jobs,
            receipt,
            self._folder,
            self._choice,
            fresh=fresh,
            parent=self._owner,
        )
        window.next_person.connect(self.next_person)
        window.folder_chosen.connect(self.move)
        window.choice_made.connect(self.choose)
        window.finished.connect(lambda _code: self._close(window, fresh=fresh))
        self.window = window
        if self._desk.identity.practice:
            PracticeFrame(window)
        window.open()

    def move(self, folder: Path) -> None:
        """Save PDFs in this folder from now on."""
        self._folder = folder
        self.folder_chosen.emit(folder)

    def choose(self, choice: PrintChoice) -> None:
        """Print on this from now on."""
        self._choice = choice
        self.choice_made.emit(choice)

    def _close(self, window: ReceiptWindow, *, fresh: bool) -> None:
        window.deleteLater()
        self.window = None
        self.closed.emit(fresh)
