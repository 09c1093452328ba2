"""Bugs of the feed that devices pull, each as a patch over the service that ships or over the store in memory."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

from sync.protocol.feed import ChangesPage
from sync.server.services.feed import Changes
from sync.server.storage.records import Device, EntryRecord, FeedItem
from tests.support.memory_store.decisions import MemoryFeed

_changes, _rows = Changes.page, MemoryFeed.page


def timestamp_cursor() -> Iterator[None]:
    """The feed is read by the minute of its rows instead of by their positions."""

    def page(self: Changes, device: Device, cursor: int, limit: int = 500) -> ChangesPage:
        with self._store.reading() as tx:
            items, verdicts = tx.feed.page(device.agent_id, 0, 10_000)
        at = {item.position: item.at for item in items}
        at |= {record.feed_position: record.received_at for record in verdicts}
        minute = at[cursor].replace(second=0, microsecond=0) if cursor in at else None
        newer = [
            position
            for position, moment in at.items()
            if position > cursor and (minute is None or moment.replace(second=0, microsecond=0) > minute)
        ]
        whole = _changes(self, device, cursor, limit)
        rows = tuple(row for row in whole.rows if row.position in newer)
        return ChangesPage(rows=rows, cursor=whole.cursor, more=whole.more)

    with patch.object(Changes, "page", page):
        yield


def position_before_commit() -> Iterator[None]:
    """A row's position is given before its transaction commits: a reader passes it by."""

    def page(
        self: MemoryFeed, stream: str, after: int, limit: int
    ) -> tuple[tuple[FeedItem, ...], tuple[EntryRecord, ...]]:
        items, verdicts = _rows(self, stream, after, limit)
        latest = max((one.received_at for one in verdicts), default=None)
        under_way = [one for one in verdicts if one.received_at == latest]
        visible = tuple(one for one in verdicts if one not in under_way) if items else verdicts
        return items, visible

    with patch.object(MemoryFeed, "page", page):
        yield


FEED_BUGS = {"timestamp_cursor": timestamp_cursor, "position_before_commit": position_before_commit}
