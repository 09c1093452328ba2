"""One row through the real enrolment screen: typed, priced, consented, refused in words or paid with a receipt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from perisai_desktop.domain.draft import Source
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.keyboard import CONTROL
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.receipt_walk import ReceiptWalk
from perisai_desktop.tour.roster import RosterRow
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.shell.agent_window import AgentWindow
from sync.rules.reactions import roster_reaction

REASON = "Sudah dicocokkan dengan KTP asli dan keterangan peserta"

_TYPED = (
    ("nik", "nik"),
    ("name", "name"),
    ("mother_name", "mother_name"),
    ("birth_place", "birth_place"),
    ("birth_date", "birth_date"),
    ("sex", "sex"),
    ("phone", "phone"),
    ("village", "village"),
    ("street", "street"),
    ("rt", "rt"),
    ("rw", "rw"),
    ("occupation", "occupation"),
    ("income", "income"),
    ("offer", "offer"),
    ("first_month", "first_month"),
    ("months", "months"),
)


@dataclass(frozen=True, slots=True)
class Entered:
    """How the form reacted to a row; `receipt` is None where it was refused."""

    reaction: str
    codes: tuple[str, ...]
    amount: int | None
    receipt: str | None


class EnrolmentWalk:
    """The agent at the table, one row after the other."""

    def __init__(self, window: AgentWindow, pictures: Pictures, receipts: Path) -> None:
        self._window = window
        self._hand = Hand(window)
        self._pictures = pictures
        self.receipts = ReceiptWalk(window, pictures, receipts, self._hand.keyboard)

    def enter(self, row: RosterRow, source: Source) -> Entered:
        """Type `row`, give a reason for each warning, and take the money unless the form refuses.

        A draft that an interrupted tour left is gone on with: what stands there is not typed again.
        """
        self._window.frame.go("enrolment")
        kept = self._begin(row, source)
        for field, column in _TYPED:
            text = getattr(row, column)
            if kept and getattr(self._state.form, field) == text:
                continue
            self._hand.write(f"field_{field}", text)
            if field == "village":
                self._window.pages.enrolment.look_for_place(row.village)
                wait_for(lambda: self._place_answered(row.village), "place answered")
        self._consent()
        wait_for(lambda: self._state.current, "assessment")
        assessment = self._state.assessment
        assert assessment is not None
        reaction, codes = (
            roster_reaction(assessment.findings),
            tuple(f.reaction.value for f in assessment.findings),
        )
        if assessment.errors:
            self._press_save()
            wait_for(lambda: bool(self._state.touched) and self._state.focus is not None, "problems shown")
            self._pictures.take("enrolment_refused", self._window)
            self._window.pages.enrolment.discard()
            return Entered(reaction, codes, None, None)
        for finding in assessment.warnings:
            self._hand.write(f"reason_{finding.reaction.value}", REASON)
        if assessment.warnings:
            self._pictures.take("enrolment_warning", self._window)
        self._pictures.take("enrolment", self._window)
        self._press_save()
        wait_for(lambda: self._state.receipt is not None, "receipt")
        receipt = self._state.receipt
        assert receipt is not None
        self.receipts.keep(receipt.number)
        return Entered(reaction, codes, receipt.total, receipt.number)

    def _begin(self, row: RosterRow, source: Source) -> bool:
        """Open the draft of `row`, else an empty form; whether there was a draft."""
        form, drafts = self._window.pages.enrolment, self._window.desk.drafting.drafts()
        found = next((one for one in drafts if one.form.nik and row.nik.startswith(one.form.nik)), None)
        if found is None:
            form.start_anew(source)
        else:
            form.open_draft(found.draft_id, source)
        wait_for(lambda: form.source == source and self._state.current, "form open")
        if found is None:
            self._pictures.take("enrolment_empty", self._window)
        return found is not None

    def _consent(self) -> None:
        for purpose in self._window.desk.reference.consent.purposes:
            self._hand.tick(f"consent_{purpose.code}", purpose.required)
        self._hand.tick("declaration", True)
        self._hand.sign("signature")

    def _press_save(self) -> None:
        self._hand.shortcut(Qt.Key.Key_Return, CONTROL)

    def _place_answered(self, typed: str) -> bool:
        return self._state.offers.query == typed

    @property
    def _state(self) -> EnrolmentState:
        state = self._window.pages.enrolment.state
        assert state is not None
        return state
