"""The port of the agents' feed streams."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from sync.server.storage.records import EntryRecord, FeedItem


class FeedPort(Protocol):
    """Positions per agent stream; a stream's counter stays locked until commit, so no reader skips a row."""

    def lock(self, streams: Collection[str]) -> Mapping[str, int]:
        """Lock streams in sorted order; answers the last position of each."""
        ...

    def advance(self, stream: str, last_position: int) -> None:
        """Record the last position given in a locked stream."""
        ...

    def append(self, stream: str, kind: str, at: datetime, payload: str) -> int:
        """Append one row (canonical JSON text), taking the stream's lock; answers its position."""
        ...

    def extend(self, stream: str, kind: str, at: datetime, payloads: Sequence[str]) -> None:
        """Append rows of one kind in order, taking the stream's lock."""
        ...

    def of_kind(self, stream: str, kind: str) -> tuple[FeedItem, ...]:
        """Every row of one kind in a stream, in order."""
        ...

    def page(
        self, stream: str, after: int, limit: int
    ) -> tuple[tuple[FeedItem, ...], tuple[EntryRecord, ...]]:
        """Feed rows, and entries whose verdicts are feed rows, above a position, in order, `limit` of each."""
        ...

    def last(self, stream: str) -> int:
        """The last position given in a stream, 0 for none."""
        ...
