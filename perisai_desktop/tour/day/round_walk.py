"""The collection round on the tour: one person after the other, by keyboard, each to a saved receipt."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.till_book import CashSort
from perisai_desktop.tour.day.witness import Witness
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.receipt_walk import ReceiptWalk
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.collection.state import CollectionState
from perisai_desktop.ui.shell.agent_window import AgentWindow

FURTHER_EVERY = 4
"""One in so many pays the next larger number of months."""


class RoundWalk:
    """`earlier` are the workers of earlier months: who of them has a receipt of today has paid."""

    def __init__(
        self,
        window: AgentWindow,
        pictures: Pictures,
        receipts: ReceiptWalk,
        witness: Witness,
        earlier: frozenset[str],
    ) -> None:
        self._window = window
        self._hand = Hand(window)
        self._pictures = pictures
        self._receipts = receipts
        self._witness = witness
        self._earlier = earlier

    def walk(self, wanted: int) -> None:
        """Go on until `wanted` people have paid."""
        window = self._window
        window.frame.go("collection")
        wait_for(lambda: self._state.loaded and self._state.totals is not None, "round listed")
        self._pictures.take("collection", window)
        while (done := len(self.paid())) < wanted:
            self._pay(done)
        self._pictures.take("collection_done", window)

    def paid(self) -> tuple[str, ...]:
        """The receipts of today's renewals, the oldest first."""
        desk = self._window.desk
        moved = desk.till_book.movements(CashSort.RECEIPT, desk.clock.today())
        numbers = sorted(one.receipt for one in moved)
        return tuple(one for one in numbers if desk.receipting.receipt(one).worker_id in self._earlier)

    def _pay(self, place: int) -> None:
        wait_for(self._ready, "somebody who owes")
        people = self._hand.part("due_list", QWidget)
        self._hand.come_forward()
        people.setFocus(Qt.FocusReason.TabFocusReason)
        keyboard = self._hand.keyboard
        if place % FURTHER_EVERY == FURTHER_EVERY - 1:
            keyboard.press(people, Qt.Key.Key_Right)
        to_pay = self._hand.words("collection_total")
        keyboard.press(people, Qt.Key.Key_Return)
        button = self._hand.part("collection_collect", QWidget)
        wait_for(button.hasFocus, "payment led to")
        keyboard.press(button, Qt.Key.Key_Return)
        wait_for(lambda: self._window.receipt_window is not None, "receipt of a renewal")
        receipt = self._window.desk.receipting.recent(1)[0]
        self._witness.hear("receipt", "round, to pay", to_pay, receipt.number)
        self._receipts.keep(receipt.number, "receipt_renewal")

    def _ready(self) -> bool:
        """Whether the chosen person is read, owes something, and nothing is under way."""
        state = self._state
        if state.busy or state.payment is None or state.outlook is None:
            return False
        at = state.chosen_row
        return at >= 0 and not state.rows[at].paid and state.outlook.worker_id == state.chosen

    @property
    def _state(self) -> CollectionState:
        return self._window.pages.collection.state
