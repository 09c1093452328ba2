"""Takes entries and personal parts out of raw batches: what the device signed stays, and the entries have rows of their own."""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import datetime

from sync.protocol.batch import BatchFault, cut, unpack
from sync.server.storage.store import Store, UnitOfWork

LOG = logging.getLogger(__name__)
_AT_ONCE = 100


def cut_settled(store: Store, device: str, at: datetime) -> int:
    """Cut every settled batch of a device, each in a transaction of its own; answers how many that were."""
    done, after = 0, ""
    while True:
        with store.reading() as tx:
            page = tx.inbox.uncut(device, after, _AT_ONCE)
        if not page:
            return done
        for batch_id in page:
            with store.transaction() as tx:
                done += cut_batch(tx, device, batch_id, at)
        after = page[-1]


def cut_refused(store: Store, before: datetime, at: datetime) -> int:
    """Cut every batch that was refused before an instant; of one that nobody can read nothing stays but its digest."""
    done = 0
    while True:
        with store.transaction() as tx:
            page = tx.inbox.refused(before, _AT_ONCE)
            for device, batch_id in page:
                batch = tx.inbox.batch(device, batch_id)
                assert batch is not None
                tx.inbox.cut(device, batch_id, _signed_part(batch.body), at)
        if not page:
            return done
        done += len(page)


def _signed_part(body: bytes) -> bytes:
    try:
        return cut(body)
    except BatchFault:
        return b""


def cut_batch(tx: UnitOfWork, device: str, batch_id: str, at: datetime) -> bool:
    """Cut a settled batch; False for one that was cut before, or that holds what has no row of its own."""
    batch = tx.inbox.batch(device, batch_id)
    if batch is None or batch.state != "settled" or batch.cut_at is not None:
        return False
    hashes = {entry.hash for entry in unpack(batch.body).entries}
    if len(tx.entries.stored(device, hashes)) < len(hashes):
        LOG.warning("batch_not_cut", extra={"device": device, "batch": batch_id})
        return False
    tx.inbox.cut(device, batch_id, cut(batch.body), at)
    return True


def cut_again(tx: UnitOfWork, device: str, batch_id: str, replays: Collection[str], at: datetime) -> None:
    """Cut a batch that was just settled where it brings again what was erased."""
    if replays and tx.purges.noted_of(device, replays):
        cut_batch(tx, device, batch_id, at)
