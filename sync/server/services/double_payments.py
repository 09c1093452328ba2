"""Payments for months that turn out to be paid after all: for a person to see, credit or refund."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sync.protocol.bodies.contribution import Contribution
from sync.protocol.entry import DecodedEntry, decode
from sync.rules.reactions import Reaction
from sync.rules.states import ReviewState
from sync.server.services.moving import Moved, RuleMove, move_reviews
from sync.server.storage.records import EntryRecord, LedgerLine, Review, StoredEntry
from sync.server.storage.store import UnitOfWork

_FLAGGED_FROM = frozenset({ReviewState.RECEIVED, ReviewState.APPROVED})


def flag_double_payments(
    tx: UnitOfWork, lines: Sequence[LedgerLine], request: EntryRecord, at: datetime
) -> None:
    """Flag what was paid behind a void request, for the months of lines that count as paid again: it was refused.

    sync/rules/README.md, "Void": the second payment is a double payment.
    """
    months: dict[str, set[str]] = {}
    for line in lines:
        if line.worker_id is not None:
            months.setdefault(line.worker_id, set()).add(line.month)
    own = {line.entry_id for line in lines}
    paying = {
        line.entry_id: line
        for worker_id, of_worker in months.items()
        for line in tx.money.paying(worker_id, of_worker)
        if line.entry_id not in own
    }
    later = [stored for stored in tx.entries.of_ids(paying) if _place(stored.record) > _place(request)]
    reviews = tx.reviews.reviews([stored.record.entry_id for stored in later])
    moves = []
    for stored in later:
        entry_id = stored.record.entry_id
        before = reviews.get(entry_id) or _begun(tx, stored, paying[entry_id].receipt_number)
        moves.append(Moved(before, _flagged(before)))
    move_reviews(tx, moves, RuleMove.PAID_TWICE, at)


def _place(record: EntryRecord) -> tuple[datetime, int, int]:
    """When an entry came, and where it stands in its chain: what decides which of two payments is the second."""
    return record.received_at, record.epoch, record.seq


def _flagged(review: Review) -> Review:
    flags = dict.fromkeys((*json.loads(review.flags), Reaction.MONTH_ALREADY_PAID.value))
    state = ReviewState(review.state)
    moved = ReviewState.FLAGGED if state in _FLAGGED_FROM else state
    return replace(
        review,
        flags=json.dumps(list(flags)),
        state=moved.value,
        decided_at=None if moved is ReviewState.FLAGGED else review.decided_at,
    )


def _begun(tx: UnitOfWork, stored: StoredEntry, number: str | None) -> Review:
    """The review of a contribution that was accepted and looked at by nobody."""
    record = stored.record
    agent = tx.organisation.agent(record.agent_id)
    assert agent is not None
    entry = decode(stored.raw, stored.personal)
    assert isinstance(entry, DecodedEntry)
    assert isinstance(entry.body, Contribution)
    workers: Collection[str] = {line.worker_id for line in entry.body.lines}
    review = Review(
        entry_id=record.entry_id,
        device=record.device,
        entry_hash=record.hash,
        hash=record.hash,
        action_id=record.action_id,
        agent_id=record.agent_id,
        branch_id=agent.branch_id,
        kind=record.kind,
        worker_id=next(iter(workers)) if len(workers) == 1 else None,
        parent_id=None,
        state=ReviewState.RECEIVED.value,
        flags="[]",
        rupiah=entry.body.price,
        receipt_number=number,
        recorded_at=record.recorded_at,
        recorded_on=record.recorded_on,
        received_at=record.received_at,
    )
    tx.reviews.add([review])
    return review
