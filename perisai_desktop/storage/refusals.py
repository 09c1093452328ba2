"""Takes refused entries out of the counter once their money was given back, or once the agent has seen them."""

from datetime import datetime

from sqlmodel import Session

from perisai_desktop.storage import entry_status
from perisai_desktop.storage.journal import StoredEntry
from perisai_desktop.storage.projections import grants
from sync.rules.states import ClientState


def settle_refunded(session: Session, entry: StoredEntry, at: datetime) -> frozenset[str]:
    """Settle what a refund gives back, where the entry is one; returns the worker whose standing may have changed."""
    if entry.kind != "refund":
        return frozenset()
    granted = grants.find(session, entry.value["body"]["decision_id"])
    return frozenset() if granted is None else settle_seen(session, granted.entry_id, at)


def settle_seen(session: Session, entry_id: str, at: datetime) -> frozenset[str]:
    """Settle a refused entry; any other is left in its counter. Returns the worker that it is about."""
    status = entry_status.status(session, entry_id)
    if status is None or status.client is not ClientState.REFUSED:
        return frozenset()
    entry_status.settle_refusal(session, entry_id, at)
    return frozenset() if status.worker_id is None else frozenset({status.worker_id})
