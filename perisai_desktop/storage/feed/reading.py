"""Reads the rows of the feed that were applied, and how far they reach."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Row
from sqlmodel import Session

from perisai_desktop.storage.feed.parts import parts
from perisai_desktop.storage.journal import StoredEntry, read_record
from perisai_desktop.storage.tables.feed import FeedCursorRow, FeedRow
from perisai_desktop.storage.tables.registry import table_of

rows = table_of(FeedRow)
cursors = table_of(FeedCursorRow)
_whole = select(rows, parts.c.raw.label("part")).join(parts, parts.c.step == rows.c.step, isouter=True)


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One row of the feed; `raw` is its payload's JSON. `step` is 0 until it is applied.

    From then on `raw` is without what is personal, and `part` holds that: None where nothing is, or it was purged.
    """

    position: int
    kind: str
    at: datetime
    raw: bytes = field(repr=False)
    step: int = 0
    part: bytes | None = field(default=None, repr=False)

    @property
    def record(self) -> tuple[bytes, bytes | None]:
        """The bytes of an own entry that came back, and of its personal part."""
        payload = self.payload
        personal = payload.get("personal")
        return payload["raw"].encode(), None if personal is None else personal.encode()

    @property
    def whole(self) -> bytes:
        """The payload's JSON with what is personal on it."""
        return self.raw if self.part is None else json.dumps(self.payload).encode()

    @property
    def payload(self) -> dict[str, Any]:
        """The payload's JSON; the caller checked its form when it came in."""
        found: dict[str, Any] = json.loads(self.raw)
        return found if self.part is None else found | json.loads(self.part)


def cursor(session: Session) -> int:
    """The last position applied, 0 for none."""
    return session.connection().execute(select(cursors.c.cursor)).scalar() or 0


def applied_at(session: Session) -> datetime | None:
    """The instant at which a page was applied last."""
    return session.connection().execute(select(cursors.c.applied_at)).scalar()


def latest_decision(session: Session, entry_id: str) -> FeedItem | None:
    """The newest decision on an entry."""
    query = (
        _whole.where(rows.c.entry_id == entry_id, rows.c.kind == "decision")
        .order_by(rows.c.position.desc())
        .limit(1)
    )
    return next(_items(session, query), None)


def of_entry(session: Session, entry_id: str) -> tuple[FeedItem, ...]:
    """Every row about an entry, in order."""
    return tuple(_items(session, _whole.where(rows.c.entry_id == entry_id).order_by(rows.c.step)))


def of_kind(session: Session, kind: str) -> tuple[FeedItem, ...]:
    """Every row of a kind, in order."""
    return tuple(_items(session, _whole.where(rows.c.kind == kind).order_by(rows.c.step)))


def workers_beside(session: Session, entry_id: str) -> frozenset[str]:
    """The worker of an own entry that came back, whether it stands in the journal or not."""
    came = [item for item in of_entry(session, entry_id) if item.kind == "record"]
    found = [read_record(*item.record, item.step + 1) for item in came]
    return frozenset(entry.worker_id for entry in found if entry is not None and entry.worker_id is not None)


def decisions_before(session: Session, entry: StoredEntry) -> tuple[FeedItem, ...]:
    """Decisions on an entry that came before the entry itself did, in order."""
    return _before(session, entry, "decision")


def decided_before(session: Session, steps: Mapping[str, int]) -> frozenset[str]:
    """The entries of which a decision came before a row about them; `steps` are those of the rows, by entry."""
    query = select(rows.c.entry_id, func.min(rows.c.step)).where(
        rows.c.entry_id.in_(steps), rows.c.kind == "decision"
    )
    found = session.connection().execute(query.group_by(rows.c.entry_id))
    return frozenset(entry_id for entry_id, step in found if step < steps[entry_id])


def matches_before(session: Session, entry: StoredEntry) -> tuple[FeedItem, ...]:
    """What said that a deposit is matched before the deposit itself came."""
    return _before(session, entry, "match")


def attributions_before(session: Session, entry: StoredEntry) -> tuple[FeedItem, ...]:
    """What said for whom a payment was before the payment itself came, in order."""
    return _before(session, entry, "attribution")


def _before(session: Session, entry: StoredEntry, kind: str) -> tuple[FeedItem, ...]:
    query = _whole.where(rows.c.entry_id == entry.entry_id, rows.c.kind == kind, rows.c.step < entry.step)
    return tuple(_items(session, query.order_by(rows.c.step)))


def of_worker(session: Session, worker_id: str) -> tuple[FeedItem, ...]:
    """Every card of a worker, in order."""
    return tuple(_items(session, _whole.where(rows.c.worker_id == worker_id).order_by(rows.c.step)))


def decisions_since(session: Session, at: datetime) -> Iterator[FeedItem]:
    """The decisions that were applied at an instant or after it, newest first; rows before it are not read."""
    newest_first = _whole.order_by(rows.c.step.desc())
    for row in session.connection().execution_options(yield_per=100).execute(newest_first):
        if row.applied_at < at:
            return
        if row.kind == "decision":
            yield _item(row)


def whole_records(session: Session) -> tuple[FeedItem, ...]:
    """Own entries that came back and found no place in the journal, whose personal part is still beside the row."""
    query = _whole.where(rows.c.kind == "record", parts.c.step.is_not(None)).order_by(rows.c.step)
    return tuple(_items(session, query))


def came_before(session: Session, item: FeedItem, entry_id: str) -> bool:
    """Whether an earlier row brought the same own entry."""
    earlier = select(rows.c.step).where(
        rows.c.entry_id == entry_id, rows.c.kind == "record", rows.c.step < item.step
    )
    return session.connection().execute(earlier.limit(1)).scalar() is not None


def replay(session: Session) -> Iterator[FeedItem]:
    """Every row in the order in which it was applied."""
    return _items(session, _whole.order_by(rows.c.step))


def _items(session: Session, query: Any) -> Iterator[FeedItem]:
    result = session.connection().execution_options(yield_per=500).execute(query)
    return (_item(row) for row in result)


def _item(row: Row[Any]) -> FeedItem:
    return FeedItem(row.position, row.kind, row.at, row.raw, row.step, row.part)
