"""Entries about no worker alone: whom they are about all the same, by the ledger."""

from __future__ import annotations

from sync.protocol.bodies.refund import Refund
from sync.server.services.record_forms import readable
from sync.server.storage.records import StoredEntry
from sync.server.storage.store import UnitOfWork


def workers_of(tx: UnitOfWork, stored: StoredEntry) -> frozenset[str]:
    """The workers for whom money was paid in the action of an entry, of a refund in that of its receipt; none where the
    ledger names nobody."""
    actions = {stored.record.action_id}
    bodies = [entry.body for entry in readable([stored])]
    receipts = [body.receipt for body in bodies if isinstance(body, Refund)]
    actions |= {one.record.action_id for one in tx.entries.of_ids(receipts)}
    return frozenset(
        line.worker_id
        for action_id in actions
        for line in tx.money.lines(action_id)
        if line.worker_id is not None
    )
