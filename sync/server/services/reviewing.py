"""A reviewer opens, releases and decides records; each move is stored, fed back and audited at once."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime, timedelta

from sync.protocol.feed import DecisionPayload
from sync.protocol.identifiers import uuid7
from sync.protocol.kinds import EntryKind
from sync.rules.reference import Reference
from sync.rules.regions import Gazetteer
from sync.rules.states import Move, ReviewState
from sync.server.clock import Clock
from sync.server.domain.decisions import (
    FINAL,
    OPENABLE,
    TAKE_OVER,
    Checker,
    Request,
    decided,
    is_conflict,
    opened,
    refuse_flagged,
    refuse_groundless,
    refuse_incomplete,
    refuse_other_claim,
    refuse_part,
    released,
    taken_over,
    unclaimed,
)
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.services.branch_references import BranchReferences
from sync.server.services.contents import action_of, content_reviews
from sync.server.services.keeping import keep
from sync.server.services.moving import settle_money
from sync.server.services.proposing import decline, propose, settle_proposal, waits_for_second
from sync.server.services.review_access import checker_of, locked_review, refuse_makers
from sync.server.services.review_moves import Step, record, settle
from sync.server.services.striking import strike
from sync.server.services.told_pairs import escalated
from sync.server.services.voiding import follow_decision, names_refund
from sync.server.storage.records import Review
from sync.server.storage.store import Store, UnitOfWork

_AT_ONCE = 500


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
        self._references = BranchReferences(lambda: reference)
        self._gazetteer = gazetteer
        self._claim_lifetime = claim_lifetime

    def open(self, person: SignedIn, entry_id: str) -> None:
        """Claim a record, so that others see who has it open; renews one's own claim.

        Refusals: `record_unknown`, `maker_is_checker`, `claimed_by_other`, `move_refused`.
        """
        at, checker = self._clock.now(), checker_of(person)
        with self._store.transaction() as tx:
            review = locked_review(tx, person, entry_id)
            refuse_makers(tx, review, checker)
            after = opened(review, checker, at, self._claim_lifetime)
            if review.state == after.state:
                tx.reviews.put(after)
                return
            settle(tx, Step(at, person, Move.OPEN, review, after))

    def release(self, person: SignedIn, entry_id: str) -> None:
        """Give a claimed record back. Refusals: `record_unknown`, `claimed_by_other`, `move_refused`."""
        at, checker = self._clock.now(), checker_of(person)
        with self._store.transaction() as tx:
            review = locked_review(tx, person, entry_id)
            after = released(review, checker, at, self._claim_lifetime)
            settle(tx, Step(at, person, Move.RELEASE, review, after))

    def take_over(self, person: SignedIn, entry_id: str, note: str) -> None:
        """Take a record that somebody else has open, for a reason that its history keeps.

        Refusals: `record_unknown`, `maker_is_checker`, `move_refused`.
        """
        at, checker = self._clock.now(), checker_of(person)
        with self._store.transaction() as tx:
            review = locked_review(tx, person, entry_id)
            refuse_makers(tx, review, checker)
            after = taken_over(review, checker, at)
            asked = Request(Move.OPEN, review.hash, note=note)
            record(tx, Step(at, person, TAKE_OVER, review, after, asked))

    def lapse(self) -> int:
        """Give back what was opened and not decided for as long as a claim lasts; how many records that were."""
        at = self._clock.now()
        with self._store.reading() as tx:
            lapsed = tx.reviews.claimed_before(at - self._claim_lifetime, _AT_ONCE)
        for one in lapsed:
            with self._store.transaction() as tx:
                tx.feed.lock([one.agent_id])
                review = tx.reviews.reviews([one.entry_id])[one.entry_id]
                if review == one:
                    settle(tx, Step(at, None, Move.RELEASE, review, unclaimed(review)))
        return len(lapsed)

    def decline(self, person: SignedIn, entry_id: str, note: str | None) -> None:
        """Take a proposal away: who made it takes it back, anybody else declines it.

        Refusals: `record_unknown`, `maker_is_checker`, `proposal_unknown`.
        """
        at, checker = self._clock.now(), checker_of(person)
        with self._store.transaction() as tx:
            review = locked_review(tx, person, entry_id)
            refuse_makers(tx, review, checker)
            decline(tx, review, person, note, at)

    def decide(self, person: SignedIn, entry_id: str, asked: Request) -> DecisionPayload:
        """Decide on the content that was looked at; a record that nobody has open is opened first.

        The entry and, when the decision is final, the corrections merged into it move together.
        Where a second person has to agree, the first one's decision is kept and the record is as it was: the answer
        names its state, and nobody's feed is told.
        Refusals: `record_unknown`, `reason_unknown`, `comment_missing`, `maker_is_checker`,
        `claimed_by_other`, `content_changed`, `move_refused`, `second_person_needed`.
        """
        at = self._clock.now()
        with self._store.transaction() as tx:
            return self.decide_in(tx, person, entry_id, asked, at)

    def decide_in(
        self, tx: UnitOfWork, person: SignedIn, entry_id: str, asked: Request, at: datetime
    ) -> DecisionPayload:
        """`decide`, as a part of a transaction of its caller's."""
        known = frozenset((reason.kind, reason.code) for reason in self._reference.reasons)
        refuse_incomplete(asked, known)
        checker = checker_of(person)
        review = locked_review(tx, person, entry_id)
        refuse_makers(tx, review, checker)
        refuse_part(review, asked.move)
        refuse_groundless(review, asked.move)
        refuse_flagged(review, asked)
        _refuse_escalated(tx, review, checker)
        refuse_other_claim(review, checker, at, self._claim_lifetime)
        if asked.hash != review.hash:
            raise Refusal("content_changed")
        claims = ReviewState(review.state) in OPENABLE
        claimed = opened(review, checker, at, self._claim_lifetime) if claims else review
        after = decided(claimed, asked, checker, at)
        granted = names_refund(tx, review, asked.move)
        if waits_for_second(tx, review, asked, checker, refunds=granted):
            step = Step(at, person, asked.move, review, review, asked)
            return propose(tx, step, self._claim_lifetime)
        if claims:
            record(tx, Step(at, person, Move.OPEN, review, claimed))
            review = claimed
        settle_proposal(tx, review, asked.move, person.account_id, at)
        named = uuid7(at, secrets.token_bytes(10)) if granted else None
        after = replace(after, decision_id=named)
        payload = settle(tx, Step(at, person, asked.move, review, after, asked))
        if ReviewState(after.state) in FINAL:
            _settle_corrections(tx, Step(at, person, asked.move, review, after, asked))
        if review.state == ReviewState.HELD.value:
            _settle_held(tx, Step(at, person, asked.move, review, after, asked))
            keep(tx, review, self._references, self._gazetteer, at)
            strike(tx, after, at)
        if review.kind == EntryKind.VOID_REQUEST.value:
            follow_decision(tx, after, at)
        return payload


def _refuse_escalated(tx: UnitOfWork, review: Review, checker: Checker) -> None:
    """Refuse `second_person_needed` to who had somebody else say whether the record is of a person who is known."""
    waits = escalated(tx, [review.entry_id]).get(review.entry_id)
    if waits is not None and waits.account_id == checker.account_id:
        raise Refusal("second_person_needed")


def _settle_corrections(tx: UnitOfWork, step: Step) -> None:
    """Move the corrections that were merged into a record along with its final decision."""
    merged = [one for one in tx.reviews.corrections(step.after.entry_id) if not is_conflict(one)]
    for correction in merged:
        if ReviewState(correction.state) in OPENABLE:
            after = replace(correction, state=step.after.state, decided_at=step.at)
            settle(tx, replace(step, before=correction, after=after))


def _settle_held(tx: UnitOfWork, step: Step) -> None:
    """Move what else is held of an action along: an action is settled whole."""
    together = [stored.record for stored in action_of(tx, step.after)]
    for other in content_reviews(tx, together).values():
        if other.state == ReviewState.HELD.value:
            after = replace(other, state=step.after.state, decided_at=step.at)
            settle(tx, replace(step, before=other, after=after))
    settle_money(tx, step.after)
