"""Who has a record open, whose decision on it waits for a second person, and what somebody else has to say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import TypeAdapter

from sync.protocol.review import DecisionMove, ProposalView
from sync.server.domain.second_person import standing
from sync.server.services.accounts import SignedIn
from sync.server.services.told_pairs import escalated
from sync.server.storage.records import Review
from sync.server.storage.store import UnitOfWork

_MOVE: TypeAdapter[DecisionMove] = TypeAdapter(DecisionMove)


def standing_of(
    tx: UnitOfWork, reviews: Sequence[Review], person: SignedIn
) -> Mapping[str, Mapping[str, str | bool | None]]:
    """By entry, the fields of its row in the queue that tell who is at it."""
    found = tx.reviews.proposals([review.entry_id for review in reviews])
    proposals = {one.entry_id: standing(one, found.get(one.entry_id)) for one in reviews}
    waiting = escalated(tx, [review.entry_id for review in reviews])
    accounts = {one.claimed_by for one in reviews} | {one.account_id for one in proposals.values() if one}
    accounts |= {one.account_id for one in waiting.values()}
    names = tx.accounts.names({one for one in accounts if one is not None})
    told: dict[str, Mapping[str, str | bool | None]] = {}
    for review in reviews:
        proposal, asking = proposals[review.entry_id], waiting.get(review.entry_id)
        told[review.entry_id] = {
            "claimed_by": names.get(review.claimed_by or ""),
            "mine": review.claimed_by == person.account_id,
            "proposed_by": None if proposal is None else names.get(proposal.account_id),
            "proposed_mine": proposal is not None and proposal.account_id == person.account_id,
            "escalated_by": None if asking is None else names.get(asking.account_id),
            "escalated_mine": asking is not None and asking.account_id == person.account_id,
        }
    return told


def proposal_of(tx: UnitOfWork, review: Review, person: SignedIn) -> ProposalView | None:
    """What waits for a second person, as the person sees it."""
    found = standing(review, tx.reviews.proposals([review.entry_id]).get(review.entry_id))
    if found is None:
        return None
    return ProposalView(
        move=_MOVE.validate_python(found.move),
        by=tx.accounts.names({found.account_id}).get(found.account_id, ""),
        mine=found.account_id == person.account_id,
        at=found.at,
        reason=found.reason,
        note=found.note,
    )
