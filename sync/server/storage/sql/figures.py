"""Counts in SQL."""

from datetime import datetime

from sqlalchemy import Column, Connection, func, select, text

from sync.server.storage.figure_records import Figures
from sync.server.storage.tables import (
    BatchInboxRow,
    DeviceRow,
    EntryRow,
    FeedRow,
    FeedStreamRow,
    ReviewRow,
    table_of,
)

_DEVICE, _FEED, _STREAM = table_of(DeviceRow), table_of(FeedRow), table_of(FeedStreamRow)
_BY = {
    "entries": table_of(EntryRow).c.verdict,
    "batches": table_of(BatchInboxRow).c.state,
    "reviews": table_of(ReviewRow).c.state,
}
_SIZES = {
    "postgresql": "SELECT pg_database_size(current_database())",
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
}


class SqlFigures:
    """Fulfils `FigurePort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self) -> Figures:
        devices = self._connection.execute(select(_DEVICE.c.state, _DEVICE.c.seen_at))
        return Figures(
            entries=self._by(_BY["entries"]),
            batches=self._by(_BY["batches"]),
            reviews=self._by(_BY["reviews"]),
            devices=tuple(sorted((str(state), seen_at) for state, seen_at in devices)),
            unread=self._unread(),
            bytes=int(self._connection.execute(text(_SIZES[self._connection.dialect.name])).scalar_one()),
        )

    def _by(self, column: Column[str]) -> dict[str, int]:
        rows = self._connection.execute(select(column, func.count()).group_by(column))
        return {str(value): int(count) for value, count in rows}

    def _unread(self) -> tuple[datetime, ...]:
        """Streams whose newest position is a row of the feed (and no verdict of the device itself)."""
        query = (
            select(_FEED.c.at)
            .join(
                _STREAM, (_STREAM.c.stream == _FEED.c.stream) & (_STREAM.c.last_position == _FEED.c.position)
            )
            .join(_DEVICE, _DEVICE.c.agent_id == _STREAM.c.stream)
            .where(_DEVICE.c.state == "active", _DEVICE.c.seen_at < _FEED.c.at)
            .order_by(_FEED.c.at)
        )
        return tuple(row.at for row in self._connection.execute(query))
