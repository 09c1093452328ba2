"""The saved queues of a branch: which records each holds, how many they are, and since when the oldest waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from perisai_desktop.domain.review import QueueGroup, QueueRecord
from sync.rules.states import SETTLED_UNOPENED, ReviewState

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

COLLIDING = frozenset({"duplicate", "likely_duplicate", "same_person_likely", "photo_used_before"})
"""Flags of a record that can be put beside another one."""
_ALIKE = COLLIDING - {"photo_used_before"}
_CORRECTING = frozenset({"correction", "change"})
_UNDOING = frozenset({"void_request", "refund"})
_TAKING_BACK = "consent_withdrawal"
_COUNTING = frozenset({"deposit", "closing", "cash_adjustment"})


_LAST = datetime.max.replace(tzinfo=UTC)


class QueueFilter(StrEnum):
    """Which records the list holds."""

    TO_REVIEW = "to_review"
    WITHDRAWALS = "withdrawals"
    FLAGGED = "flagged"
    DUPLICATES = "duplicates"
    CORRECTIONS = "corrections"
    VOIDS = "voids"
    CASH = "cash"
    SUSPENSE = "suspense"
    PARKED = "parked"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records a queue holds, and when the oldest of them was recorded."""

    count: int = 0
    oldest_at: datetime | None = None


def narrowed(
    groups: Iterable[QueueGroup], shown: QueueFilter, sent: frozenset[str] = frozenset()
) -> tuple[QueueGroup, ...]:
    """The groups with the records of one queue, without those whose decision was `sent`; empty groups are left out.

    Consent that was taken back and is not settled comes first, in groups of its own, the oldest on top: its clock runs.
    """
    kept = [_kept(group, shown, sent) for group in groups]
    urgent = [_part(group, urgent=True) for group in kept]
    urgent.sort(key=lambda group: min((record.recorded_at for record in group.records), default=_LAST))
    others = (_part(group, urgent=False) for group in kept)
    return tuple(group for group in (*urgent, *others) if group.records)


def tally(groups: Iterable[QueueGroup], shown: QueueFilter) -> Tally:
    """How many records a queue holds, and since when."""
    times = [record.recorded_at for group in groups for record in group.records if belongs(record, shown)]
    return Tally(len(times), min(times, default=None))


def settled(groups: Iterable[QueueGroup], entry_id: str, state: ReviewState) -> tuple[QueueGroup, ...]:
    """The groups after a decision: what is final has left them, anything else stands in its new state."""
    final = state in (ReviewState.APPROVED, ReviewState.REFUSED)
    after = []
    for group in groups:
        records = tuple(
            replace(record, state=state) if record.entry_id == entry_id else record
            for record in group.records
            if not (final and record.entry_id == entry_id)
        )
        if records:
            after.append(_with(group, records))
    return tuple(after)


def proposed(groups: Iterable[QueueGroup], entry_id: str) -> tuple[QueueGroup, ...]:
    """The groups after one's own decision that waits for a second person."""
    return tuple(
        replace(
            group,
            records=tuple(
                replace(record, proposed_mine=True, claimed_by=None, mine=False)
                if record.entry_id == entry_id
                else record
                for record in group.records
            ),
        )
        for group in groups
    )


def belongs(record: QueueRecord, shown: QueueFilter) -> bool:
    """Whether a queue holds a record."""
    waits = record.state in OPEN_STATES
    match shown:
        case QueueFilter.TO_REVIEW:
            asked = record.proposed_mine or record.escalated_mine
            return waits and (record.claimed_by is None or record.mine) and not asked
        case QueueFilter.FLAGGED:
            return waits and bool(record.flags)
        case QueueFilter.WITHDRAWALS:
            return is_urgent(record)
        case QueueFilter.DUPLICATES:
            alike = bool(_ALIKE & set(record.flags)) or record.escalated_by is not None
            return record.state is ReviewState.DUPLICATE or (waits and alike)
        case QueueFilter.CORRECTIONS:
            return waits and (record.kind in _CORRECTING or record.corrected)
        case QueueFilter.VOIDS:
            return waits and record.kind in _UNDOING
        case QueueFilter.CASH:
            return waits and record.kind in _COUNTING
        case QueueFilter.SUSPENSE:
            return record.state in SETTLED_UNOPENED
        case QueueFilter.PARKED:
            return record.state is ReviewState.PARKED
        case QueueFilter.ALL:
            return True


def is_urgent(record: QueueRecord) -> bool:
    """Whether somebody took consent back, and the branch has not settled it."""
    return record.kind == _TAKING_BACK and record.state in OPEN_STATES


def _part(group: QueueGroup, *, urgent: bool) -> QueueGroup:
    """The urgent records of a group, or the others; the day's receipts stand with the others."""
    if not any(map(is_urgent, group.records)):
        return replace(group, records=()) if urgent else group
    part = _with(group, tuple(record for record in group.records if is_urgent(record) is urgent))
    return replace(part, till=None) if urgent else part


def _kept(group: QueueGroup, shown: QueueFilter, sent: frozenset[str]) -> QueueGroup:
    records = tuple(one for one in group.records if belongs(one, shown) and one.entry_id not in sent)
    return _with(group, records)


def _with(group: QueueGroup, records: tuple[QueueRecord, ...]) -> QueueGroup:
    rupiah = sum(record.rupiah for record in records)
    return replace(group, count=len(records), rupiah=rupiah, records=records)
