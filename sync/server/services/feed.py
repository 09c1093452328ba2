"""Pages of an agent's feed: verdicts and other rows merged by position."""

from __future__ import annotations

import json

from sync.protocol.feed import MOST_ROWS, ChangesPage, FeedRow
from sync.server.refusals import Refusal
from sync.server.services.verdict_rows import is_nameable, verdict_of
from sync.server.storage.records import Device, EntryRecord, FeedItem
from sync.server.storage.store import Store

FORBIDDEN = 403
MAY_PULL = ("active", "revoked_drain")


class Changes:
    """What a device pulls; a paused device may push and may not pull."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, device: Device, cursor: int, limit: int = MOST_ROWS) -> ChangesPage:
        """Rows after a position, in order. Refusal: 403 `device_paused`."""
        if device.state not in MAY_PULL:
            raise Refusal("device_paused", FORBIDDEN)
        with self._store.reading() as tx:
            items, verdicts = tx.feed.page(device.agent_id, cursor, limit + 1)
        rows: list[FeedItem | EntryRecord] = sorted((*items, *verdicts), key=_position)
        page = rows[:limit]
        return ChangesPage(
            rows=tuple(_row(row) for row in page if not isinstance(row, EntryRecord) or is_nameable(row)),
            cursor=_position(page[-1]) if page else cursor,
            more=len(rows) > limit,
        )


def _position(row: FeedItem | EntryRecord) -> int:
    return row.position if isinstance(row, FeedItem) else row.feed_position


def _row(row: FeedItem | EntryRecord) -> FeedRow:
    if isinstance(row, FeedItem):
        return FeedRow(position=row.position, kind=row.kind, at=row.at, payload=json.loads(row.payload))
    payload = verdict_of(row).model_dump(mode="json", exclude_none=True)
    return FeedRow(position=row.feed_position, kind="verdict", at=row.received_at, payload=payload)
