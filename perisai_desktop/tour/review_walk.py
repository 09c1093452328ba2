"""The reviewer's part of the tour: opens the record of a receipt at the branch and decides on it by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.plan import Ruling
from perisai_desktop.tour.waiting import PASSING, PATIENCE, Patience, wait_for
from perisai_desktop.ui.screens.review.queues import OPEN_STATES
from perisai_desktop.ui.screens.review.state import ReviewScreenState
from perisai_desktop.ui.shell.review_window import ReviewWindow
from sync.rules.reasons import ReasonKind
from sync.rules.reference import Reference

COMMENT = "Cocokkan sekali lagi dengan kartu keluarga."
RETURNED_FOR = "other"
REFUSED_FOR = "employed_elsewhere"
VOID_REFUSED_FOR = "not_justified"
VOID = "void_request"
COMMENTED = "mother_name"


class ReviewWalk:
    """The reviewer at the branch."""

    def __init__(self, window: ReviewWindow, reference: Reference, pictures: Pictures) -> None:
        self._window = window
        self._hand = Hand(window)
        self._reference = reference
        self._pictures = pictures

    def decide(self, receipt: str, ruling: Ruling, kind: str = "") -> None:
        """Open the record that `receipt` belongs to and decide; a record that is decided already is left alone.

        With `kind` only a record of that kind is meant. A server that died is asked again until it is back: the
        queue then tells whether it had decided.
        """
        patience = Patience("decision", PATIENCE)
        while not self._decided(receipt, ruling, kind):
            patience.wait()

    def _decided(self, receipt: str, ruling: Ruling, kind: str) -> bool:
        self._settled("queue settled")
        # The screen reads the queue each time it comes into sight.
        self._window.frame.go("review")
        self._settled("queue loaded")
        if self._went_wrong():
            return False
        records = [
            each
            for group in self._state.groups
            for each in group.records
            if each.receipt_number == receipt and kind in ("", each.kind)
        ]
        if not records or records[0].state not in OPEN_STATES:
            return True
        entry_id = records[0].entry_id
        if self._state.record is None or self._state.record.entry_id != entry_id:
            self._window.review.open(entry_id)
        self._settled("record open")
        if self._went_wrong():
            return False
        wait_for(lambda: self._state.decidable, "record decidable")
        self._pictures.take(f"review_{kind}" if kind else "review", self._window)
        before = self._state.decided
        self._rule(ruling, kind)
        wait_for(lambda: self._state.decided == before + 1 or self._state.failure is not None, "decision")
        return self._state.decided == before + 1 and not self._went_wrong()

    def _rule(self, ruling: Ruling, kind: str) -> None:
        if ruling is Ruling.APPROVE:
            self._hand.shortcut(Qt.Key.Key_A)
        elif ruling is Ruling.SEND_BACK:
            self._send_back()
        else:
            self._refuse(VOID_REFUSED_FOR if kind == VOID else REFUSED_FOR)

    def _went_wrong(self) -> bool:
        failure = self._state.failure
        if failure is not None and failure.code not in PASSING:
            raise failure
        return failure is not None

    def _send_back(self) -> None:
        self._hand.shortcut(Qt.Key.Key_F)
        self._hand.press(f"comment_on_{COMMENTED}")
        comment = self._hand.part(f"comment_{COMMENTED}", QPlainTextEdit)
        self._hand.keyboard.type(comment, COMMENT)
        self._hand.write("decision_reason", self._reason(ReasonKind.RETURN, RETURNED_FOR))
        self._hand.write("decision_note", COMMENT)
        self._pictures.take("review_send_back", self._window)
        self._hand.press("decision_send")

    def _refuse(self, reason: str) -> None:
        self._hand.shortcut(Qt.Key.Key_R)
        self._hand.write("decision_reason", self._reason(ReasonKind.REFUSE, reason))
        self._pictures.take("review_refuse", self._window)
        self._hand.press("decision_send")

    def _reason(self, kind: ReasonKind, code: str) -> str:
        reason = self._reference.reason(kind, code)
        assert reason is not None
        return reason.label_id

    def _settled(self, what: str) -> None:
        wait_for(lambda: self._state.loaded and not self._state.busy, what)

    @property
    def _state(self) -> ReviewScreenState:
        return self._window.review.state
