"""The first half of a decision that takes two people: kept until another person agrees, or it is taken away."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sync.protocol.feed import DecisionPayload
from sync.rules.states import Move, ReviewState
from sync.server.domain.decisions import Checker, Request, released
from sync.server.domain.second_person import PROPOSED, confirms, standing, takes_two
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.services.contents import entry_id_of
from sync.server.services.review_access import checker_of
from sync.server.services.review_moves import Step, record, settle
from sync.server.services.seconding import note_same_hand
from sync.server.storage.decision_records import Proposal
from sync.server.storage.records import Review
from sync.server.storage.store import UnitOfWork

DECLINED, WITHDRAWN = "decline", "withdraw"
"""What a history calls the end of a proposal by another person, and by who made it."""


def waits_for_second(
    tx: UnitOfWork, review: Review, asked: Request, checker: Checker, *, refunds: bool
) -> bool:
    """Whether a decision is only the first half. Refusal: `second_person_needed` for the first person again, and in bulk."""
    branch = tx.organisation.branch(review.branch_id)
    if branch is None or not takes_two(branch, review, asked.move, refunds=refunds):
        return False
    if asked.among_many:
        raise Refusal("second_person_needed")
    return not confirms(_standing(tx, review), asked, checker)


def propose(tx: UnitOfWork, step: Step, lifetime: timedelta) -> DecisionPayload:
    """Keep what the first person decided; a record that was open is given back, so that the second may take it.

    Refusal: as `refuse_stopped`.
    """
    review, asked, person = step.before, step.asked, step.person
    assert asked is not None
    assert person is not None
    refuse_stopped(tx, person)
    if review.state == ReviewState.IN_REVIEW.value:
        after = released(review, checker_of(person), step.at, lifetime)
        settle(tx, Step(step.at, person, Move.RELEASE, review, after))
        review = after
    proposal = Proposal(
        review.entry_id, review.hash, asked.move.value, person.account_id, step.at, asked.reason, asked.note
    )
    tx.reviews.propose(proposal)
    record(tx, replace(step, move=PROPOSED[asked.move], before=review, after=review))
    return DecisionPayload(
        entry_id=entry_id_of(tx, review),
        hash=review.entry_hash,
        state=ReviewState(review.state),
        reason=asked.reason,
        note=asked.note,
        decided_at=step.at,
        reviewer=person.name,
    )


def refuse_stopped(tx: UnitOfWork, person: SignedIn) -> None:
    """Refusal: `session_lapsed` for whoever was suspended or given another password at this moment. What a suspended account
    proposed is gone, and nothing comes after; the account's row is held so that none slips in between."""
    account = tx.accounts.named(person.login, locking=True)
    if account is None or account.disabled_at is not None or account.must_change:
        raise Refusal("session_lapsed")


def decline(tx: UnitOfWork, review: Review, person: SignedIn, note: str | None, at: datetime) -> None:
    """Take a proposal away. Refusal: `proposal_unknown`."""
    proposal = _standing(tx, review)
    if proposal is None:
        raise Refusal("proposal_unknown")
    tx.reviews.drop_proposal(review.entry_id)
    deed = WITHDRAWN if proposal.account_id == person.account_id else DECLINED
    asked = Request(Move(proposal.move), review.hash, note=note)
    record(tx, Step(at, person, deed, review, review, asked))


def settle_proposal(tx: UnitOfWork, review: Review, move: Move, account_id: str, at: datetime) -> None:
    """Let go of a proposal that a decision has settled; where it was its first half, both people are looked at."""
    proposal = _standing(tx, review)
    tx.reviews.drop_proposal(review.entry_id)
    if proposal is not None and proposal.move == move.value and proposal.account_id != account_id:
        note_same_hand(tx, review, proposal.account_id, account_id, at)


def _standing(tx: UnitOfWork, review: Review) -> Proposal | None:
    return standing(review, tx.reviews.proposals([review.entry_id]).get(review.entry_id))
