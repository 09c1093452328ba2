"""A reviewer opens, releases and decides records; each move is stored, fed back and audited at once."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from sync.protocol.feed import DecisionPayload, FieldComment
from sync.protocol.identifiers import uuid7
from sync.protocol.kinds import EntryKind
from sync.protocol.wire import wire_bytes
from sync.rules.reference import Reference
from sync.rules.regions import Gazetteer
from sync.rules.states import Move, ReviewState
from sync.server.clock import Clock
from sync.server.domain.decisions import (
    FINAL,
    OPENABLE,
    Checker,
    Comment,
    Request,
    decided,
    is_conflict,
    opened,
    refuse_groundless,
    refuse_incomplete,
    refuse_maker,
    refuse_other_claim,
    refuse_part,
    released,
)
from sync.server.domain.pricing_check import PriceList
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import audit
from sync.server.services.contents import action_of, content_reviews, entry_id_of
from sync.server.services.keeping import keep
from sync.server.services.moving import settle_money
from sync.server.services.review_access import checker_of, locked_review
from sync.server.services.striking import strike
from sync.server.services.voiding import follow_decision, names_refund
from sync.server.storage.records import Review, ReviewMove
from sync.server.storage.store import Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class _Step:
    """One move that has been made: when, by whom, what was asked, and the review before and after it."""

    at: datetime
    person: SignedIn
    move: Move
    before: Review
    after: Review
    asked: Request | None = None


class Reviewing:
    """Moves on records of one's own branch; every call is one transaction under the agent's feed lock."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        reference: Reference,
        gazetteer: Gazetteer,
        claim_lifetime: timedelta,
    ) -> None:
        self._store = store
        self._clock = clock
        self._reference = reference
        self._prices = PriceList(reference)
        self._gazetteer = gazetteer
        self._claim_lifetime = claim_lifetime

    def open(self, person: SignedIn, entry_id: str) -> None:
        """Claim a record, so that others see who has it open; renews one's own claim.

        Refusals: `record_unknown`, `maker_is_checker`, `claimed_by_other`, `move_refused`.
        """
        at, checker = self._clock.now(), checker_of(person)
        with self._store.transaction() as tx:
            review = locked_review(tx, person, entry_id)
            _refuse_makers(tx, review, checker)
            after = opened(review, checker, at, self._claim_lifetime)
            if review.state == after.state:
                tx.reviews.put(after)
                return
            _settle(tx, _Step(at, person, Move.OPEN, review, after))

    def release(self, person: SignedIn, entry_id: str) -> None:
        """Give a claimed record back. Refusals: `record_unknown`, `claimed_by_other`, `move_refused`."""
        at, checker = self._clock.now(), checker_of(person)
        with self._store.transaction() as tx:
            review = locked_review(tx, person, entry_id)
            after = released(review, checker, at, self._claim_lifetime)
            _settle(tx, _Step(at, person, Move.RELEASE, review, after))

    def decide(self, person: SignedIn, entry_id: str, asked: Request) -> DecisionPayload:
        """Decide on the content that was looked at; a record that nobody has open is opened first.

        The entry and, when the decision is final, the corrections merged into it move together.
        Refusals: `record_unknown`, `reason_unknown`, `comment_missing`, `maker_is_checker`,
        `claimed_by_other`, `content_changed`, `move_refused`.
        """
        known = frozenset((reason.kind, reason.code) for reason in self._reference.reasons)
        refuse_incomplete(asked, known)
        at, checker = self._clock.now(), checker_of(person)
        with self._store.transaction() as tx:
            review = locked_review(tx, person, entry_id)
            _refuse_makers(tx, review, checker)
            refuse_part(review, asked.move)
            refuse_groundless(review, asked.move)
            refuse_other_claim(review, checker, at, self._claim_lifetime)
            if asked.hash != review.hash:
                raise Refusal("content_changed")
            if ReviewState(review.state) in OPENABLE:
                claimed = opened(review, checker, at, self._claim_lifetime)
                _record(tx, _Step(at, person, Move.OPEN, review, claimed))
                review = claimed
            after = decided(review, asked, checker, at)
            granted = names_refund(tx, review, asked.move)
            named = uuid7(at, secrets.token_bytes(10)) if granted else None
            after = replace(after, decision_id=named)
            payload = _settle(tx, _Step(at, person, asked.move, review, after, asked))
            if ReviewState(after.state) in FINAL:
                _settle_corrections(tx, _Step(at, person, asked.move, review, after, asked))
            if review.state == ReviewState.HELD.value:
                _settle_held(tx, _Step(at, person, asked.move, review, after, asked))
                keep(tx, review, self._prices, self._gazetteer, at)
                strike(tx, after, at)
            if review.kind == EntryKind.VOID_REQUEST.value:
                follow_decision(tx, after, at)
        return payload


def _refuse_makers(tx: UnitOfWork, review: Review, checker: Checker) -> None:
    """Refuse `maker_is_checker` to whoever made a record, or a correction that is merged into it: another agent may
    serve the worker by now."""
    merged = [one for one in tx.reviews.corrections(review.entry_id) if not is_conflict(one)]
    for made in (review, *merged):
        refuse_maker(made, checker)


def _settle_corrections(tx: UnitOfWork, step: _Step) -> None:
    """Move the corrections that were merged into a record along with its final decision."""
    merged = [one for one in tx.reviews.corrections(step.after.entry_id) if not is_conflict(one)]
    for correction in merged:
        if ReviewState(correction.state) in OPENABLE:
            after = replace(correction, state=step.after.state, decided_at=step.at)
            _settle(tx, replace(step, before=correction, after=after))


def _settle_held(tx: UnitOfWork, step: _Step) -> None:
    """Move what else is held of an action along: an action is settled whole."""
    together = [stored.record for stored in action_of(tx, step.after)]
    for other in content_reviews(tx, together).values():
        if other.state == ReviewState.HELD.value:
            after = replace(other, state=step.after.state, decided_at=step.at)
            _settle(tx, replace(step, before=other, after=after))
    settle_money(tx, step.after)


def _settle(tx: UnitOfWork, step: _Step) -> DecisionPayload:
    """Record a move and tell the agent's feed."""
    _record(tx, step)
    review, asked = step.after, step.asked
    payload = DecisionPayload(
        entry_id=entry_id_of(tx, review),
        hash=review.entry_hash,
        state=ReviewState(review.state),
        reason=None if asked is None else asked.reason,
        note=None if asked is None else asked.note,
        comments=tuple(FieldComment(field=one.field, text=one.text) for one in _comments(asked)),
        decided_at=step.at,
        reviewer=step.person.name,
        decision_id=review.decision_id if ReviewState(review.state) in FINAL else None,
    )
    tx.feed.append(review.agent_id, "decision", step.at, wire_bytes(payload).decode())
    return payload


def _record(tx: UnitOfWork, step: _Step) -> None:
    """Store the review, its history, its money's bucket and the audit row."""
    review, asked = step.after, step.asked
    tx.reviews.put(review)
    move = ReviewMove(
        entry_id=review.entry_id,
        number=tx.reviews.move_counts([review.entry_id]).get(review.entry_id, 0) + 1,
        at=step.at,
        account_id=step.person.account_id,
        move=step.move.value,
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
        step.person.account_id,
        f"review_{step.move.value}",
        review.entry_id,
        from_state=step.before.state,
        to_state=review.state,
        hash=review.hash,
        reason=None if asked is None else asked.reason,
    )


def _comments(asked: Request | None) -> tuple[Comment, ...]:
    return () if asked is None else asked.comments
