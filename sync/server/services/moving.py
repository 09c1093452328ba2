"""Moves of reviews that the rules make: stored in the history and told to the agent's feed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sync.protocol.feed import DecisionPayload
from sync.protocol.wire import wire_bytes
from sync.rules.states import Move, ReviewState
from sync.server.storage.records import Review, ReviewMove
from sync.server.storage.store import UnitOfWork


def move_reviews(tx: UnitOfWork, moves: Sequence[tuple[Review, Review]], at: datetime) -> None:
    """Record what the rules did to reviews (before, after): a history row each, a feed row where the state moved."""
    if not moves:
        return
    counts = tx.reviews.move_counts([after.entry_id for _, after in moves])
    tx.reviews.add_moves(
        [
            ReviewMove(
                entry_id=after.entry_id,
                number=counts.get(after.entry_id, 0) + 1,
                at=at,
                account_id=None,
                move=Move.CORRECT.value,
                from_state=before.state,
                to_state=after.state,
                hash=after.hash,
            )
            for before, after in moves
        ]
    )
    for before, after in moves:
        if before.state == after.state:
            continue
        payload = DecisionPayload(
            entry_id=after.entry_id,
            hash=after.entry_hash,
            state=ReviewState(after.state),
            decided_at=at,
            reviewer="",
        )
        tx.feed.append(after.agent_id, "decision", at, wire_bytes(payload).decode())
