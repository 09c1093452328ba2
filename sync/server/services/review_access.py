"""A record for whoever may decide on it, held still for as long as the transaction lasts."""

from __future__ import annotations

from sync.server.domain.decisions import Checker, is_conflict, refuse_maker
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.storage.records import Review
from sync.server.storage.store import UnitOfWork


def locked_review(tx: UnitOfWork, person: SignedIn, entry_id: str) -> Review:
    """The review of a record of the person's branch, read again under its agent's feed lock.

    Intake takes the same lock, so what was looked at cannot change before this transaction ends. Refusal:
    `record_unknown`.
    """
    seen = tx.reviews.reviews([entry_id]).get(entry_id)
    if seen is None or seen.branch_id != person.branch_id:
        raise Refusal("record_unknown")
    tx.feed.lock([seen.agent_id])
    return tx.reviews.reviews([entry_id])[entry_id]


def locked_pair(tx: UnitOfWork, person: SignedIn, entry_id: str, other_id: str) -> tuple[Review, Review]:
    """The reviews of two records of the person's branch, read again under both agents' feed locks.

    Refusal: `record_unknown`, also where both are one.
    """
    seen = tx.reviews.reviews([entry_id, other_id])
    if len(seen) != 2 or any(one.branch_id != person.branch_id for one in seen.values()):
        raise Refusal("record_unknown")
    tx.feed.lock({one.agent_id for one in seen.values()})
    again = tx.reviews.reviews(seen)
    return again[entry_id], again[other_id]


def refuse_makers(tx: UnitOfWork, review: Review, checker: Checker) -> None:
    """Refuse `maker_is_checker` to whoever made a record, or a correction that is merged into it: another agent may
    serve the worker by now."""
    merged = [one for one in tx.reviews.corrections(review.entry_id) if not is_conflict(one)]
    for made in (review, *merged):
        refuse_maker(made, checker)


def checker_of(person: SignedIn) -> Checker:
    """The person as one who decides."""
    return Checker(person.account_id, person.agent_id)
