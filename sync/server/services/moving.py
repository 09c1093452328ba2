"""Moves of reviews that the rules make: stored in the history, told to the agent's feed, money in its bucket."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sync.protocol.feed import DecisionPayload
from sync.protocol.kinds import EntryKind
from sync.protocol.wire import wire_bytes
from sync.rules.buckets import bucket_of
from sync.rules.states import ReviewState, worst
from sync.server.services.contents import action_of, content_reviews, entry_id_of
from sync.server.storage.records import Review, ReviewMove
from sync.server.storage.store import UnitOfWork


class RuleMove(StrEnum):
    """What moved a review without a person."""

    CORRECT = "correct"
    FOUND = "found"
    SUSPEND = "suspend"
    PAID_TWICE = "paid_twice"


@dataclass(frozen=True, slots=True)
class Moved:
    """A review before and after."""

    before: Review
    after: Review


def move_reviews(tx: UnitOfWork, moves: Sequence[Moved], why: RuleMove, at: datetime) -> None:
    """Store what the rules did to reviews: a history row each; where the state moved, its bucket and a feed row."""
    if not moves:
        return
    tx.feed.lock({move.after.agent_id for move in moves})
    counts = tx.reviews.move_counts([move.after.entry_id for move in moves])
    tx.reviews.add_moves(
        [
            ReviewMove(
                entry_id=move.after.entry_id,
                number=counts.get(move.after.entry_id, 0) + 1,
                at=at,
                account_id=None,
                move=why.value,
                from_state=move.before.state,
                to_state=move.after.state,
                hash=move.after.hash,
            )
            for move in moves
        ]
    )
    for move in moves:
        tx.reviews.put(move.after)
        if move.before.state != move.after.state:
            _tell(tx, move.after, at)


def settle_money(tx: UnitOfWork, review: Review) -> None:
    """Put the action's lines (of this worker) into the bucket of the worst state among its entries.

    The review of a contribution is about all its lines, even where it names the worker that it waits for.
    """
    worker_id = None if review.kind == EntryKind.CONTRIBUTION.value else review.worker_id
    together = [stored.record for stored in action_of(tx, review)]
    state = worst(
        ReviewState(other.state)
        for other in content_reviews(tx, together).values()
        if worker_id is None or other.worker_id in (None, worker_id)
    )
    hashes = [record.hash for record in together]
    bucket = bucket_of(state or ReviewState(review.state)).value
    tx.money.move_lines(review.action_id, hashes, worker_id, bucket)


def _tell(tx: UnitOfWork, review: Review, at: datetime) -> None:
    settle_money(tx, review)
    payload = DecisionPayload(
        entry_id=entry_id_of(tx, review),
        hash=review.entry_hash,
        state=ReviewState(review.state),
        decided_at=at,
        reviewer="",
    )
    tx.feed.append(review.agent_id, "decision", at, wire_bytes(payload).decode())
