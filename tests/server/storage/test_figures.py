"""Counts for a monitor: the same from every store."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sync.server.storage.records import InboxBatch
from sync.server.storage.store import Store
from tests.support.store_rows import AT, device, entry, furnish, review

LATER = AT + timedelta(hours=1)


def test_a_store_tells_what_it_holds(store: Store) -> None:
    furnish(store, "a", "b")
    with store.transaction() as tx:
        tx.devices.add_device(device("7Q2FK"))
        tx.devices.add_device(device("7Q2FM", "b", b"m" * 32))
        tx.devices.set_state("7Q2FM", "paused", AT)
        tx.inbox.add(InboxBatch("7Q2FK", "batch", "d" * 64, b"body", AT))
        tx.entries.add([entry(1, feed_position=1), entry(2, verdict="held", feed_position=2)])
        tx.reviews.add([review(1)])
        tx.feed.lock(["a"])
        tx.feed.advance("a", 2)
    with store.reading() as tx:
        found = tx.figures.count()
    assert (dict(found.entries), dict(found.batches)) == ({"accepted": 1, "held": 1}, {"stored": 1})
    assert sum(found.reviews.values()) == 1
    assert found.devices == (("active", AT), ("paused", AT))
    assert (found.unread, found.bytes >= 0) == ((), True)
    with store.transaction() as tx:
        tx.feed.append("a", "notice", LATER, "{}")
        tx.feed.append("b", "notice", LATER, "{}")
    with store.reading() as tx:
        waiting = tx.figures.count()
    assert replace(waiting, bytes=found.bytes) == replace(found, unread=(LATER,))
    with store.transaction() as tx:
        tx.devices.seen("7Q2FK", LATER)
    with store.reading() as tx:
        assert tx.figures.count().unread == ()
