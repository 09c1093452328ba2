"""The till on the tour: float, voids, money given back, the deposit and the closing, each through its dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from perisai_desktop.domain.till_book import CashSort
from perisai_desktop.tour.day.past import notes
from perisai_desktop.tour.day.settling import drop
from perisai_desktop.tour.day.witness import Witness, amounts
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.cash_paper.view import CashPaperWindow
from perisai_desktop.ui.shell.agent_window import AgentWindow
from sync.rules.reasons import ReasonKind

CODE = "261122000012345"
DEPOSIT_REASON = "rest_follows"
CLOSING_REASON = "change_given"
VOID = "void_request"


class TillWalk:
    """What is in the journal of the day already is not done again; papers of cash go to `papers`."""

    def __init__(self, window: AgentWindow, pictures: Pictures, witness: Witness, papers: Path) -> None:
        self._window = window
        self._hand = Hand(window)
        self._pictures = pictures
        self._witness = witness
        self._papers = papers

    def bring_float(self, rupiah: int) -> None:
        """Bring small change to begin with."""
        if self._moved(CashSort.OPENING_FLOAT):
            return
        dialog = self._open("cash_adjustment")
        dialog.write("adjustment_amount", str(rupiah))
        self._pictures.take("adjustment", dialog.window)
        self._act(dialog)

    def void(self, number: str, reason: str, cash: str) -> None:
        """Ask the branch to void a receipt, from the receipt's own window."""
        if self.void_asked(number):
            return
        self._window.show_receipt(number)
        wait_for(lambda: self._window.receipt_window is not None, "receipt to void")
        receipt = self._window.receipt_window
        assert receipt is not None
        wait_for(lambda: receipt.drawn, "receipt drawn")
        Hand(receipt, self._hand.keyboard).press("receipt_void")
        dialog = self._dialog()
        wait_for(lambda: bool(amounts(dialog.words("void_amount"))), "what would be void")
        dialog.pick("void_reason", self._place(ReasonKind.VOID, reason))
        dialog.tick(f"void_{cash}", True)
        self._witness.hear("receipt", "void dialog", dialog.words("void_amount"), number)
        self._pictures.take(f"voiding_{cash}", dialog.window)
        self._act(dialog)

    def void_asked(self, number: str) -> bool:
        """Whether a void of a receipt was asked for."""
        worker_id = self._window.desk.receipting.receipt(number).worker_id
        return any(line.kind == VOID for line in self._window.desk.finding.card(worker_id).history)

    def give_back(self) -> None:
        """Give back everything that the branch lets go."""
        while due := self._window.desk.refunding.due():
            dialog = self._open("cash_refund")
            wait_for(lambda: any(amounts(dialog.words("refund_amount"))), "refund read")  # noqa: B023
            said = dialog.words("refund_amount")
            self._witness.hear("refund.due", "refund dialog", said, due[0].receipt_number)
            dialog.sign("refund_pad")
            self._pictures.take("refund", dialog.window)
            self._act(dialog)
            self._put_paper_away("refund_paper")

    def deposit(self, short: int, slip: Path) -> None:
        """Deposit every receipt in hand, `short` rupiah less than they say; the rest follows."""
        if self._moved(CashSort.DEPOSIT):
            return
        dialog = self._open("cash_deposit")
        wait_for(lambda: any(amounts(dialog.words("deposit_sum"))), "receipts in hand")
        rupiah = self._witness.hear("deposit.receipts", "deposit dialog", dialog.words("deposit_sum"))
        dialog.write("deposit_amount", str(rupiah - short))
        dialog.pick("deposit_reason", self._place(ReasonKind.DEPOSIT_DIFFERENCE, DEPOSIT_REASON))
        dialog.write("deposit_code", CODE)
        drop(dialog.window, slip)
        wait_for(lambda: dialog.seen("deposit_slip_drop"), "slip taken")
        self._pictures.take("deposit", dialog.window)
        self._act(dialog)
        self._put_paper_away("deposit_paper")

    def close_day(self, missing: int) -> None:
        """Count the cash, `missing` rupiah less than must be there, and close the day."""
        if self._closing():
            return
        dialog = self._open("cash_closing")
        wait_for(lambda: bool(amounts(dialog.words("closing_expected"))), "cash expected")
        expected = self._witness.hear("cash", "closing dialog, expected", dialog.words("closing_expected"))
        for value, count in notes(expected - missing).items():
            if count:
                dialog.write(f"count_{value}", str(count))
        dialog.pick("closing_reason", self._place(ReasonKind.CLOSING_DIFFERENCE, CLOSING_REASON))
        counted, difference = dialog.words("closing_counted"), dialog.words("closing_difference")
        self._pictures.take("closing", dialog.window)
        self._act(dialog)
        self._put_paper_away("closing_paper")
        self._witness.hear("closing.counted", "closing dialog, counted", counted)
        self._witness.hear("closing.difference", "closing dialog, difference", difference)

    def catch_up(self) -> None:
        """Save the papers again of what an earlier, interrupted tour wrote; each has one name."""
        today, desk = self._window.desk.clock.today(), self._window.desk
        entries = [
            one.entry_id
            for sort in (CashSort.DEPOSIT, CashSort.REFUND)
            for one in desk.till_book.movements(sort, today)
        ]
        for entry_id in (*entries, *filter(None, (self._closing(),))):
            self._window.till.paper(entry_id)
            self._put_paper_away("")

    def _moved(self, sort: CashSort) -> bool:
        desk = self._window.desk
        return bool(desk.till_book.movements(sort, desk.clock.today(), 1))

    def _closing(self) -> str:
        """The entry that closed today, empty while it is open."""
        desk = self._window.desk
        today = desk.clock.today()
        return next((day.closing for day in desk.till_book.look().days if day.on == today), "")

    def _place(self, kind: ReasonKind, code: str) -> int:
        return [one.code for one in self._window.desk.reference.reasons_of(kind)].index(code)

    def _open(self, button: str) -> Hand:
        self._window.frame.go("cash")
        self._hand.press(button)
        return self._dialog()

    def _dialog(self) -> Hand:
        till = self._window.till
        wait_for(lambda: till.dialog is not None and till.dialog.isVisible(), "dialog of the till")
        assert till.dialog is not None
        return Hand(till.dialog, self._hand.keyboard)

    def _act(self, dialog: Hand) -> None:
        dialog.press("act")
        wait_for(lambda: self._window.till.dialog is not dialog.window, "act done")

    def _put_paper_away(self, picture: str) -> None:
        """The paper that opened is saved by itself into the folder of receipts: look at it, and close it."""
        wait_for(lambda: isinstance(self._paper, CashPaperWindow), "paper opened")
        paper = self._paper
        assert isinstance(paper, CashPaperWindow)
        hand = Hand(paper, self._hand.keyboard)
        wait_for(lambda: paper.drawn and hand.part("paper_save", QWidget).isEnabled(), "paper saved")
        if picture:
            self._pictures.take(picture, paper)
        hand.press("paper_close")
        wait_for(lambda: self._paper is not paper, "paper closed")

    @property
    def _paper(self) -> QDialog | None:
        return self._window.till.dialog
