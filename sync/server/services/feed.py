"""Pages of an agent's feed: verdicts and other rows merged by position."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sync.protocol.feed import MOST_ROWS, ChangesPage, FeedRow
from sync.server.refusals import Refusal
from sync.server.services.recalling import RECORD, named_entries, payload_of
from sync.server.services.verdict_rows import is_nameable, verdict_of
from sync.server.storage.records import Device, EntryRecord, FeedItem, StoredEntry
from sync.server.storage.store import Store

FORBIDDEN = 403
BARRED = {"paused": "device_paused", "revoked_drain": "device_revoked"}
"""States whose devices get no personal data, and what they are told."""
MOST_RAW = 256 * 1024
"""Bytes of entries that come back in one page, some ten seconds at 64 kbit/s; one entry may exceed it."""


def feed_floor(started: datetime) -> int:
    """Above this lies every position that a server gives from its start on: milliseconds since 1970.

    A server that was set back to a backup is started again, later than it gave anything that it forgot: what a
    device has applied at a position is never followed by something else there.
    """
    return int(started.timestamp() * 1_000)


class Changes:
    """What a device pulls; a paused or revoked device may push and may not pull."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, device: Device, cursor: int, limit: int = MOST_ROWS) -> ChangesPage:
        """Rows after a position, in order; the last page ends where the feed does. Refusals: 403 `device_paused`, `device_revoked`."""
        if device.state in BARRED:
            raise Refusal(BARRED[device.state], FORBIDDEN)
        with self._store.reading() as tx:
            last = tx.feed.last(device.agent_id)
            items, verdicts = tx.feed.page(device.agent_id, cursor, limit + 1)
            named = named_entries(tx, device.device, items)
        rows: list[FeedItem | EntryRecord] = sorted((*items, *verdicts), key=_position)
        page = _fitting(rows[:limit], named)
        more = len(rows) > len(page)
        reached = _position(page[-1]) if page else cursor
        return ChangesPage(
            rows=tuple(told for row in page if (told := _row(row, named)) is not None),
            cursor=reached if more else max(reached, last),
            more=more,
        )


def _fitting(
    rows: list[FeedItem | EntryRecord], named: Mapping[str, StoredEntry]
) -> list[FeedItem | EntryRecord]:
    """The first rows, as many as fit into a page; at least one."""
    volume = 0
    for place, row in enumerate(rows):
        entry = _named(row, named)
        volume += 0 if entry is None else len(entry.raw) + len(entry.personal or b"")
        if place and volume > MOST_RAW:
            return rows[:place]
    return rows


def _named(row: FeedItem | EntryRecord, named: Mapping[str, StoredEntry]) -> StoredEntry | None:
    """The entry that a row brings back to this device; None for other rows, and for another device's entries."""
    if not isinstance(row, FeedItem) or row.kind != RECORD:
        return None
    return named.get(json.loads(row.payload)["hash"])


def _position(row: FeedItem | EntryRecord) -> int:
    return row.position if isinstance(row, FeedItem) else row.feed_position


def _row(row: FeedItem | EntryRecord, named: Mapping[str, StoredEntry]) -> FeedRow | None:
    """A row as this device reads it; None where it is nothing to it."""
    if isinstance(row, FeedItem):
        content = json.loads(row.payload)
        if row.kind == RECORD:
            entry = _named(row, named)
            if entry is None:
                return None
            content = payload_of(entry).model_dump(mode="json", exclude_none=True)
        return FeedRow(position=row.position, kind=row.kind, at=row.at, payload=content)
    if not is_nameable(row):
        return None
    payload = verdict_of(row).model_dump(mode="json", exclude_none=True)
    return FeedRow(position=row.feed_position, kind="verdict", at=row.received_at, payload=payload)
