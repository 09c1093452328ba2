"""The feed in SQL: a stream's counter row is locked until commit, so position order is commit order."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, Select, insert, select, text, update

from sync.server.storage.records import EntryRecord, FeedItem
from sync.server.storage.sql.many import add_all, columns_of, values_of, within
from sync.server.storage.tables import EntryRow, FeedRow, FeedStreamRow, table_of

STREAM, FEED, ENTRY = table_of(FeedStreamRow), table_of(FeedRow), table_of(EntryRow)
OPEN_STREAM = text(
    "INSERT INTO feed_stream (stream, last_position) VALUES (:stream, 0) ON CONFLICT DO NOTHING"
)


class SqlFeed:
    """Fulfils `FeedPort`; every position that it gives is above `floor`."""

    def __init__(self, connection: Connection, floor: int = 0) -> None:
        self._connection = connection
        self._floor = floor

    def lock(self, streams: Collection[str]) -> Mapping[str, int]:
        ordered = sorted(set(streams))
        query = (
            select(STREAM.c.stream, STREAM.c.last_position)
            .where(within(STREAM.c.stream, ordered, self._connection))
            .order_by(STREAM.c.stream)
            .with_for_update()
        )
        locked = self._locked(query)
        if len(locked) == len(ordered):
            return locked
        self._connection.execute(OPEN_STREAM, [{"stream": stream} for stream in ordered])
        return self._locked(query)

    def _locked(self, query: Select[tuple[str, int]]) -> dict[str, int]:
        rows = self._connection.execute(query)
        return {row.stream: max(int(row.last_position), self._floor) for row in rows}

    def advance(self, stream: str, last_position: int) -> None:
        self._connection.execute(
            update(STREAM).where(STREAM.c.stream == stream).values(last_position=last_position)
        )

    def append(self, stream: str, kind: str, at: datetime, payload: str) -> int:
        position = self.lock([stream])[stream] + 1
        item = FeedItem(stream, position, kind, at, payload)
        self._connection.execute(insert(FEED).values(values_of(item)))
        self.advance(stream, position)
        return position

    def extend(self, stream: str, kind: str, at: datetime, payloads: Sequence[str]) -> None:
        last = self.lock([stream])[stream]
        items = [
            FeedItem(stream, last + place, kind, at, payload)
            for place, payload in enumerate(payloads, start=1)
        ]
        add_all(self._connection, FEED, items)
        self.advance(stream, last + len(items))

    def of_kind(self, stream: str, kind: str) -> tuple[FeedItem, ...]:
        query = select(*columns_of(FEED, FeedItem)).where(FEED.c.stream == stream, FEED.c.kind == kind)
        return tuple(FeedItem(*row) for row in self._connection.execute(query.order_by(FEED.c.position)))

    def page(
        self, stream: str, after: int, limit: int
    ) -> tuple[tuple[FeedItem, ...], tuple[EntryRecord, ...]]:
        rows = (
            select(*columns_of(FEED, FeedItem))
            .where(FEED.c.stream == stream, FEED.c.position > after)
            .order_by(FEED.c.position)
            .limit(limit)
        )
        verdicts = (
            select(*columns_of(ENTRY, EntryRecord))
            .where(ENTRY.c.agent_id == stream, ENTRY.c.feed_position > after)
            .order_by(ENTRY.c.feed_position)
            .limit(limit)
        )
        return (
            tuple(FeedItem(*row) for row in self._connection.execute(rows)),
            tuple(EntryRecord(*row) for row in self._connection.execute(verdicts)),
        )

    def last(self, stream: str) -> int:
        found = self._connection.execute(
            select(STREAM.c.last_position).where(STREAM.c.stream == stream)
        ).scalar()
        return int(found or 0)
