"""The feed and the reviews that fill it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from sync.server.storage.records import EntryRecord, FeedItem, Review, ReviewMove


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

    def page(
        self, stream: str, after: int, limit: int
    ) -> tuple[tuple[FeedItem, ...], tuple[EntryRecord, ...]]:
        """Feed rows, and entries whose verdicts are feed rows, above a position, in order, `limit` of each."""
        ...

    def last(self, stream: str) -> int: ...


class ReviewPort(Protocol):
    """Reviews and their moves."""

    def add(self, reviews: Sequence[Review]) -> None:
        """Add reviews; an entry that has one (two forks under one id) keeps it."""
        ...

    def reviews(self, entry_ids: Collection[str]) -> Mapping[str, Review]: ...

    def put(self, review: Review) -> None:
        """Replace the changeable columns of a review."""
        ...

    def add_moves(self, moves: Sequence[ReviewMove]) -> None: ...

    def moves(self, entry_id: str) -> tuple[ReviewMove, ...]: ...

    def move_counts(self, entry_ids: Collection[str]) -> Mapping[str, int]:
        """How many moves each of these reviews has."""
        ...

    def parked(self, worker_ids: Collection[str], entry_ids: Collection[str]) -> tuple[Review, ...]:
        """Parked or suspended reviews that wait for one of these workers or entries."""
        ...

    def parked_before(self, at: datetime, limit: int) -> tuple[Review, ...]:
        """Parked reviews that were received before an instant, oldest first."""
        ...

    def corrections(self, entry_id: str) -> tuple[Review, ...]:
        """Reviews of the corrections of an entry, oldest first."""
        ...

    def queue(self, branch_id: str, states: Collection[str], limit: int) -> tuple[Review, ...]:
        """Reviews that are not corrections, and corrections in conflict, by local date and agent."""
        ...
