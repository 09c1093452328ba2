"""Which decisions take two people: money that is undone, and large amounts that are approved."""

from __future__ import annotations

from sync.protocol.kinds import EntryKind
from sync.rules.states import Move
from sync.server.domain.decisions import Checker, Request
from sync.server.refusals import Refusal
from sync.server.storage.decision_records import Proposal
from sync.server.storage.records import Branch, Review

PROPOSED = {
    Move.APPROVE: "propose_approve",
    Move.REFUSE: "propose_refuse",
    Move.TURN_DOWN: "propose_turn_down",
}
"""What a history calls the first half of a decision."""


def takes_two(branch: Branch, review: Review, move: Move, *, refunds: bool) -> bool:
    """Whether a second person has to agree: to a void, to a decision that names a refund, or to approving more
    rupiah than the branch lets one person approve."""
    if not branch.two_person:
        return False
    large = review.kind == EntryKind.VOID_REQUEST.value or review.rupiah > branch.second_above
    return refunds or (move is Move.APPROVE and large)


def standing(review: Review, proposal: Proposal | None) -> Proposal | None:
    """The proposal, where it is about the content that the record has."""
    return proposal if proposal is not None and proposal.hash == review.hash else None


def confirms(proposal: Proposal | None, asked: Request, checker: Checker) -> bool:
    """Whether a decision is the second half of what another person proposed.

    Refusal: `second_person_needed` for the first person again.
    """
    if proposal is None or proposal.move != asked.move.value:
        return False
    if proposal.account_id == checker.account_id:
        raise Refusal("second_person_needed")
    return True
