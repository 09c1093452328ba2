"""Opens the dialogs around cash over the agent's window, one at a time, and the paper of what they wrote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.printers import Printers
from perisai_desktop.ui.screens.adjustment.screen import adjustment_dialog
from perisai_desktop.ui.screens.cash_paper.screen import cash_paper_window
from perisai_desktop.ui.screens.closing.screen import closing_dialog
from perisai_desktop.ui.screens.closing.view import ClosingDialog
from perisai_desktop.ui.screens.deposit.screen import deposit_dialog
from perisai_desktop.ui.screens.deposit.view import DepositDialog
from perisai_desktop.ui.screens.refund.screen import refund_dialog
from perisai_desktop.ui.screens.refund.view import RefundDialog
from perisai_desktop.ui.screens.voiding.screen import void_dialog
from perisai_desktop.ui.shell.forewarning import Forewarning
from perisai_desktop.ui.shell.laptop import Laptop
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame
from perisai_desktop.ui.widgets.suggestions import Option
from sync.rules.reasons import ReasonKind


class CashStand(QObject):
    """`written`: an entry was written, cash may have moved. `folder` says where PDFs are kept now."""

    written = Signal()

    def __init__(
        self,
        desk: AgentDesk,
        jobs: Jobs,
        folder: Callable[[], Path],
        printers: Printers,
        laptop: Laptop,
        language: str,
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self.dialog: QDialog | None = None
        self._desk = desk
        self._jobs = jobs
        self._folder = folder
        self._printers = printers
        self._laptop = laptop
        self._language = language
        self._owner = owner
        self._warning = Forewarning(desk, jobs, self)

    def deposit(self) -> None:
        """Write a deposit down."""
        reasons = self._reasons(ReasonKind.DEPOSIT_DIFFERENCE)
        dialog, _ = deposit_dialog(self._desk, self._jobs, reasons, self._deposited, self._owner)
        self._open(dialog)

    def close_day(self) -> None:
        """Close the oldest day that is open."""
        reasons = self._reasons(ReasonKind.CLOSING_DIFFERENCE)
        dialog, _ = closing_dialog(self._desk.closing_day, self._jobs, reasons, self._day_closed, self._owner)
        self._open(dialog)
        dialog.counts.take_focus()

    def adjust(self) -> None:
        """Write a movement that is neither receipt nor deposit."""
        reasons = self._reasons(ReasonKind.CASH_ADJUSTMENT)
        dialog, _ = adjustment_dialog(self._desk, self._jobs, reasons, self._settled, self._owner)
        self._open(dialog)

    def refund(self) -> None:
        """Give money back that the branch lets go."""
        dialog, _ = refund_dialog(self._desk.refunding, self._jobs, self._given_back, self._owner)
        self._open(dialog)

    def void(self, number: str) -> None:
        """Ask the branch to void a receipt."""
        reasons = self._reasons(ReasonKind.VOID)
        dialog, _ = void_dialog(self._desk.voiding, self._jobs, number, reasons, self._settled, self._owner)
        self._open(dialog)

    def paper(self, entry_id: str) -> None:
        """Show the paper of an older deposit, closing or refund."""
        self._show_paper(entry_id, self.tr("Paper of the entry"), self.tr("It stands in the records."))

    def _deposited(self, entry_id: str) -> None:
        self._settled(entry_id)
        self._show_paper(entry_id, self.tr("Deposit recorded"), self.tr("The cash has left your till."))

    def _given_back(self, entry_id: str) -> None:
        self._settled(entry_id)
        self._show_paper(entry_id, self.tr("Money given back"), self.tr("Give the paper to the receiver."))

    def _day_closed(self, entry_id: str) -> None:
        waiting = isinstance(self.dialog, ClosingDialog) and self.dialog.more
        self._settled(entry_id)
        onward = self.tr("Close the next day") if waiting else ""
        said = self.tr("A later day is still open.") if waiting else self.tr("Every day is closed.")
        self._show_paper(entry_id, self.tr("Day closed"), said, onward)

    def _settled(self, _entry_id: str) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.written.emit()

    def _show_paper(self, entry_id: str, title: str, said: str, onward: str = "") -> None:
        window = cash_paper_window(
            self._desk.cash_papers,
            entry_id,
            self._folder(),
            self._printers,
            lambda: self._laptop.printing,
            self._jobs,
            (title, said, onward),
            self._owner,
        )
        window.onward.connect(self.close_day)
        self._open(window)

    def _open(self, dialog: QDialog) -> None:
        if self._desk.identity.practice:
            PracticeFrame(dialog)
        if isinstance(dialog, ActDialog):
            self._warning.tell(dialog, cash_out=isinstance(dialog, DepositDialog | RefundDialog))
        dialog.finished.connect(lambda _code: self._closed(dialog))
        self.dialog = dialog
        dialog.open()

    def _closed(self, dialog: QDialog) -> None:
        dialog.deleteLater()
        if self.dialog is dialog:
            self.dialog = None

    def _reasons(self, kind: ReasonKind) -> list[Option]:
        found = self._desk.reference.reasons_of(kind)
        return [Option(one.code, one.label_id if self._language == "id" else one.label_en) for one in found]
