"""What the reviewer's screen shows: the queue, the record that is open, and the decision being made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.review import (
    FoundWorker,
    QueueGroup,
    QueueRecord,
    ReviewRecord,
    StrangePayer,
)
from perisai_desktop.domain.task import FieldComment
from sync.rules.states import SETTLED_UNOPENED, ReviewState, may_approve

OPEN_STATES = frozenset(
    {
        ReviewState.RECEIVED,
        ReviewState.FLAGGED,
        ReviewState.IN_REVIEW,
        ReviewState.DUPLICATE,
        ReviewState.HELD,
        ReviewState.SUSPENSE,
    }
)

CLAIMABLE = OPEN_STATES - SETTLED_UNOPENED - {ReviewState.DUPLICATE}
"""Records that a reviewer takes for himself by opening them."""


class QueueFilter(StrEnum):
    """Which records the list holds."""

    TO_REVIEW = "to_review"
    FLAGGED = "flagged"
    DUPLICATES = "duplicates"
    ALL = "all"


class Decision(StrEnum):
    """The decision whose details are being entered."""

    SEND_BACK = "send_back"
    REFUSE = "refuse"
    ATTRIBUTE = "attribute"


@dataclass(frozen=True, slots=True)
class ReviewScreenState:
    """Queue, open record and draft of a decision; `found` is who the branch knows for `sought`, None before it was asked. `busy` while the server is asked; nothing is decided until it answers."""

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
    loaded: bool = False
    failure: Failure | None = None
    decided: int = 0

    @property
    def records(self) -> tuple[QueueRecord, ...]:
        """The records that the filter lets through, in the order of the list."""
        return tuple(record for group in self.visible for record in group.records)

    @property
    def visible(self) -> tuple[QueueGroup, ...]:
        """The groups with the records that the filter lets through; empty groups are left out."""
        kept = (self._narrowed(group) for group in self.groups)
        return tuple(group for group in kept if group.records)

    def tally(self, shown: QueueFilter) -> int:
        """How many records a filter would show."""
        return sum(_passes(record, shown) for group in self.groups for record in group.records)

    @property
    def idle(self) -> bool:
        """Whether nothing is on its way: the queue was asked for, or could not be read, and no record is being opened."""
        return not self.busy and (self.loaded or self.failure is not None)

    @property
    def decidable(self) -> bool:
        """Whether the open record still waits for a decision."""
        return self.record is not None and self.record.state in OPEN_STATES and not self.busy

    @property
    def correctable(self) -> bool:
        """Whether the open record can be sent back or called a duplicate: an enrolment that is not kept or refused."""
        record = self.record
        sent = record is not None and record.kind == "enrolment" and record.state not in SETTLED_UNOPENED
        return self.decidable and sent

    @property
    def payer(self) -> StrangePayer | None:
        """Whose money looks for its owner first; one after the other."""
        return self.record.strangers[0] if self.record is not None and self.record.strangers else None

    @property
    def attributable(self) -> bool:
        """Whether the open record holds money whose owner can be found."""
        return self.payer is not None and not self.busy

    @property
    def approvable(self) -> bool:
        """Whether the open record can be approved: what means nothing by itself is only refused."""
        record = self.record
        return self.decidable and (record is None or may_approve(record.state, record.kind))

    def _narrowed(self, group: QueueGroup) -> QueueGroup:
        records = tuple(record for record in group.records if _passes(record, self.shown))
        rupiah = sum(record.rupiah for record in records)
        return QueueGroup(group.agent_id, group.agent_name, group.on, len(records), rupiah, records)


def _passes(record: QueueRecord, shown: QueueFilter) -> bool:
    match shown:
        case QueueFilter.TO_REVIEW:
            return record.state in OPEN_STATES
        case QueueFilter.FLAGGED:
            return record.state in OPEN_STATES and bool(record.flags)
        case QueueFilter.DUPLICATES:
            return record.state is ReviewState.DUPLICATE
        case QueueFilter.ALL:
            return True
