"""What the reviewer's screen shows: the queue, the record that is open, and the decision being made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.laptop import LaptopGap
from perisai_desktop.domain.review import (
    FoundWorker,
    QueueGroup,
    QueueRecord,
    ReviewRecord,
    StrangePayer,
)
from perisai_desktop.domain.task import FieldComment
from perisai_desktop.ui.screens.review.queues import (
    CLAIMABLE,
    COLLIDING,
    OPEN_STATES,
    QueueFilter,
    Tally,
    narrowed,
    tally,
)
from sync.rules.states import SETTLED_UNOPENED, ReviewState, may_approve


class Decision(StrEnum):
    """The decision whose details are being entered."""

    SEND_BACK = "send_back"
    REFUSE = "refuse"
    ATTRIBUTE = "attribute"
    DECLINE = "decline"
    TAKE_OVER = "take_over"


@dataclass(frozen=True, slots=True)
class ReviewScreenState:
    """Queue, open record and draft of a decision; `found` is who the branch knows for `sought`, None before it was asked.

    `busy` while the server is asked; nothing is decided until it answers. `unclaimed`: the record is shown as it was
    read ahead, and nobody decides on it before the server has given it to this reviewer. `sending`: entries whose
    decision is on its way. `undoable`: who was called a duplicate last, `ahead`: the record that was read behind the open one.
    `gaps`: what laptops wrote and the branch does not have. `reads_only`: whoever looks decides nothing and claims nothing.
    """

    groups: tuple[QueueGroup, ...] = ()
    shown: QueueFilter = QueueFilter.TO_REVIEW
    record: ReviewRecord | None = None
    deciding: Decision | None = None
    comments: tuple[FieldComment, ...] = ()
    reason: str = ""
    note: str = ""
    sought: str = ""
    found: tuple[FoundWorker, ...] | None = None
    busy: bool = False
    unclaimed: bool = False
    sending: frozenset[str] = frozenset()
    undoable: ReviewRecord | None = None
    ahead: ReviewRecord | None = None
    gaps: tuple[LaptopGap, ...] = ()
    loaded: bool = False
    failure: Failure | None = None
    decided: int = 0
    reads_only: bool = False

    @property
    def records(self) -> tuple[QueueRecord, ...]:
        """The records that the filter lets through, in the order of the list."""
        return tuple(record for group in self.visible for record in group.records)

    @property
    def visible(self) -> tuple[QueueGroup, ...]:
        """The groups with the records that the filter lets through; empty groups are left out."""
        return narrowed(self.groups, self.shown, self.sending)

    def tally(self, shown: QueueFilter) -> Tally:
        """How many records a queue holds, and since when."""
        return tally(self.groups, shown)

    def neighbour(self, by: int) -> str | None:
        """The entry that is `by` places behind the open one in the list; the first where none is open."""
        ids = [record.entry_id for record in self.records]
        here = self.record.entry_id if self.record else ""
        there = ids.index(here) + by if here in ids else 0
        return ids[there] if 0 <= there < len(ids) else None

    def following(self, entry_id: str) -> str | None:
        """The entry behind this one in the list."""
        ids = [record.entry_id for record in self.records]
        behind = ids[ids.index(entry_id) + 1 :] if entry_id in ids else []
        return behind[0] if behind else None

    def claimable(self, entry_id: str) -> bool:
        """Whether a reviewer takes a record for himself by opening it: one that a queue holds."""
        record = self.held(entry_id)
        return record is not None and record.state in CLAIMABLE and not self.reads_only

    def held(self, entry_id: str) -> QueueRecord | None:
        """The record in whatever queue holds it."""
        found = (record for group in self.groups for record in group.records)
        return next((record for record in found if record.entry_id == entry_id), None)

    @property
    def idle(self) -> bool:
        """Whether nothing is on its way: the queue was asked for, or could not be read, and no record is being opened."""
        return not (self.busy or self.sending) and (self.loaded or self.failure is not None)

    @property
    def decidable(self) -> bool:
        """Whether the open record still waits for a decision."""
        held = self.busy or self.unclaimed or self.proposed or self.reads_only
        return self.record is not None and self.record.state in OPEN_STATES and not held

    @property
    def proposed(self) -> bool:
        """Whether the reviewer's own decision on the open record waits for a second person."""
        return self.record is not None and self.record.proposal is not None and self.record.proposal.mine

    @property
    def declinable(self) -> bool:
        """Whether a decision that waits for a second person can be taken away."""
        waits = self.record is not None and self.record.proposal is not None
        return waits and not (self.busy or self.unclaimed or self.reads_only)

    @property
    def takeable(self) -> bool:
        """Whether a colleague has the open record, from whom it can be taken over."""
        return self.record is not None and self.record.taken and not (self.busy or self.reads_only)

    @property
    def correctable(self) -> bool:
        """Whether the open record can be sent back or called a duplicate: an enrolment that is not kept or refused."""
        record = self.record
        settled = SETTLED_UNOPENED | {ReviewState.DUPLICATE}
        sent = record is not None and record.kind == "enrolment" and record.state not in settled
        return self.decidable and sent

    @property
    def called_duplicate(self) -> bool:
        """Whether the open record is called a duplicate, which can be taken back."""
        return self.decidable and self.record is not None and self.record.state is ReviewState.DUPLICATE

    @property
    def collides(self) -> bool:
        """Whether there is a record to put beside the open one."""
        record = self.record
        if record is None:
            return False
        told = record.state is ReviewState.DUPLICATE or bool(COLLIDING & set(record.flags))
        return told or bool(record.rivals) or record.other is not None

    @property
    def payer(self) -> StrangePayer | None:
        """Whose money looks for its owner first; one after the other."""
        return self.record.strangers[0] if self.record is not None and self.record.strangers else None

    @property
    def attributable(self) -> bool:
        """Whether the open record holds money whose owner can be found."""
        return self.payer is not None and not (self.busy or self.unclaimed or self.reads_only)

    def may(self, decision: Decision) -> bool:
        """Whether an act that asks for more may be begun."""
        return {
            Decision.SEND_BACK: self.correctable,
            Decision.REFUSE: self.decidable,
            Decision.ATTRIBUTE: self.attributable,
            Decision.DECLINE: self.declinable,
            Decision.TAKE_OVER: self.takeable,
        }[decision]

    @property
    def approvable(self) -> bool:
        """Whether the open record can be approved: what means nothing by itself is only refused."""
        record = self.record
        fit = record is None or may_approve(record.state, record.kind)
        return self.decidable and fit and not self.called_duplicate
