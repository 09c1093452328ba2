"""What every move on a record leaves behind: the review, its history, the audit trail, and the agent's feed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from sync.protocol.feed import DecisionPayload, FieldComment
from sync.protocol.wire import wire_bytes
from sync.rules.states import ReviewState
from sync.server.domain.decisions import FINAL, Comment, Request
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import audit
from sync.server.services.contents import entry_id_of
from sync.server.services.moving import settle_money
from sync.server.storage.records import Review, ReviewMove
from sync.server.storage.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class Step:
    """One move that has been made: when, by whom (nobody: by the rules), what was asked, the review before and after.

    `move`: a `Move`, or what a history calls a deed that leaves the state as it is.
    """

    at: datetime
    person: SignedIn | None
    move: str
    before: Review
    after: Review
    asked: Request | None = None


def settle(tx: UnitOfWork, step: Step) -> DecisionPayload:
    """Record a move and tell the agent's feed."""
    record(tx, step)
    return tell(tx, step)


def tell(tx: UnitOfWork, step: Step) -> DecisionPayload:
    """Tell the agent's feed where a record stands after a move, and what was asked with it."""
    review, asked = step.after, step.asked
    payload = DecisionPayload(
        entry_id=entry_id_of(tx, review),
        hash=review.entry_hash,
        state=ReviewState(review.state),
        reason=None if asked is None else asked.reason,
        note=None if asked is None else asked.note,
        comments=tuple(FieldComment(field=one.field, text=one.text) for one in _comments(asked)),
        decided_at=step.at,
        reviewer="" if step.person is None else step.person.name,
        decision_id=review.decision_id if ReviewState(review.state) in FINAL else None,
    )
    tx.feed.append(review.agent_id, "decision", step.at, wire_bytes(payload).decode())
    return payload


def record(tx: UnitOfWork, step: Step) -> None:
    """Store the review, its history, its money's bucket and the audit row; no feed is told."""
    review, asked = step.after, step.asked
    tx.reviews.put(review)
    move = ReviewMove(
        entry_id=review.entry_id,
        number=tx.reviews.move_counts([review.entry_id]).get(review.entry_id, 0) + 1,
        at=step.at,
        account_id=None if step.person is None else step.person.account_id,
        move=str(step.move),
        from_state=step.before.state,
        to_state=review.state,
        hash=review.hash,
        reason=None if asked is None else asked.reason,
        note=None if asked is None else asked.note,
        comments=json.dumps([asdict(comment) for comment in _comments(asked)], ensure_ascii=False),
    )
    tx.reviews.add_moves([move])
    settle_money(tx, review)
    audit(
        tx,
        step.at,
        "rules" if step.person is None else step.person.account_id,
        f"review_{step.move}",
        review.entry_id,
        from_state=step.before.state,
        to_state=review.state,
        hash=review.hash,
        reason=None if asked is None else asked.reason,
    )


def _comments(asked: Request | None) -> tuple[Comment, ...]:
    return () if asked is None else asked.comments
