"""Opens receipts over the agent's window, on the paper and beside the folder that the laptop keeps for them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.printers import Printers
from perisai_desktop.ui.screens.receipt.screen import receipt_window
from perisai_desktop.ui.screens.receipt.view import ReceiptWindow
from perisai_desktop.ui.shell.laptop import Laptop
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame


class ReceiptStand(QObject):
    """One receipt at a time; `closed` says whether it was a fresh one, `void_asked` carries the number of one to void."""

    next_person = Signal()
    closed = Signal(bool)
    void_asked = Signal(str)

    def __init__(
        self,
        desk: AgentDesk,
        jobs: Jobs,
        folder: Path,
        printers: Printers,
        laptop: Laptop,
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self.window: ReceiptWindow | None = None
        self._desk = desk
        self._jobs = jobs
        self._folder = folder
        self._printers = printers
        self._laptop = laptop
        self._owner = owner

    def show(self, receipt: Receipt, *, fresh: bool, renewal: bool = False) -> None:
        """Open the window of a receipt; `fresh` right after the money was taken, `renewal` in the round."""
        window = receipt_window(
            self._desk.printing,
            self._printers,
            self._jobs,
            receipt,
            self._folder,
            self._laptop.printing,
            fresh=fresh,
            renewal=renewal,
            parent=self._owner,
        )
        window.next_person.connect(self.next_person)
        window.void_asked.connect(self.void_asked)
        window.folder_chosen.connect(self._chosen)
        window.choice_made.connect(lambda choice: self._laptop.keep_printing(choice))
        window.finished.connect(lambda _code: self._close(window, fresh=fresh))
        self.window = window
        if self._desk.identity.practice:
            PracticeFrame(window)
        window.open()

    @property
    def folder(self) -> Path:
        """Where PDFs are kept."""
        return self._folder

    def move(self, folder: Path) -> None:
        """Save PDFs in this folder from now on."""
        self._folder = folder

    def _chosen(self, folder: Path) -> None:
        self._laptop.keep_receipts(folder)
        self.move(folder)

    def _close(self, window: ReceiptWindow, *, fresh: bool) -> None:
        window.deleteLater()
        self.window = None
        self.closed.emit(fresh)
