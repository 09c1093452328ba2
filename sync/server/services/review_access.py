"""A record for whoever may decide on it, held still for as long as the transaction lasts."""

from __future__ import annotations

from sync.server.domain.decisions import Checker
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


def checker_of(person: SignedIn) -> Checker:
    """The person as one who decides."""
    return Checker(person.account_id, person.agent_id)
