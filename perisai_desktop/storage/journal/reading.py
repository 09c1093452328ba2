"""Reads the journal: single entries, actions, the head of a chain, everything in order."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, tuple_
from sqlalchemy.engine import Row
from sqlmodel import Session

from perisai_desktop.storage.mark import Mark
from perisai_desktop.storage.tables.journal import JournalRow, PersonalPartRow
from perisai_desktop.storage.tables.registry import table_of
from sync.protocol.entry import SealedEntry

journal = table_of(JournalRow)
parts = table_of(PersonalPartRow)
_entries = select(journal, parts.c.raw.label("personal")).join(
    parts, parts.c.step == journal.c.step, isouter=True
)


_head = (
    select(journal.c.seq, journal.c.hash)
    .where(journal.c.device == bindparam("device"), journal.c.epoch == bindparam("epoch"))
    .order_by(journal.c.seq.desc())
    .limit(1)
)

_place = (journal.c.device, journal.c.epoch, journal.c.seq)
_next_chain = (
    select(journal.c.device, journal.c.epoch)
    .where(tuple_(*_place) > tuple_(*(bindparam(column.name) for column in _place)))
    .order_by(*_place)
    .limit(1)
)
"""The first chain with an entry behind a place."""


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """One entry as it stands in the journal; `personal` is None where it has none or it was purged."""

    step: int
    entry_id: str
    action_id: str
    kind: str
    version: int
    device: str
    epoch: int
    seq: int
    hash: str
    prev_hash: str
    personal_hash: str | None
    worker_id: str | None
    recorded_at: datetime
    raw: bytes = field(repr=False)
    personal: bytes | None = field(repr=False)

    @property
    def sealed(self) -> SealedEntry:
        """The entry as it is sent."""
        return SealedEntry(self.raw, self.hash, self.personal)

    @property
    def value(self) -> dict[str, Any]:
        """The entry's JSON; the bytes were checked when they were sealed or restored."""
        found: dict[str, Any] = json.loads(self.raw)
        return found

    @property
    def personal_value(self) -> dict[str, Any] | None:
        """The personal part's JSON."""
        if self.personal is None:
            return None
        found: dict[str, Any] = json.loads(self.personal)
        return found


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry of a device's epoch: the next one has `seq` + 1 and names `hash`."""

    seq: int
    hash: str


def entry(session: Session, entry_id: str) -> StoredEntry | None:
    """One entry by its id."""
    row = session.connection().execute(_entries.where(journal.c.entry_id == entry_id)).one_or_none()
    return None if row is None else _stored(row)


def of_action(session: Session, action_id: str) -> tuple[StoredEntry, ...]:
    """The entries of one action, in the order in which they were written."""
    query = _entries.where(journal.c.action_id == action_id).order_by(journal.c.step)
    return tuple(_stored(row) for row in session.connection().execute(query))


def sizes(session: Session, action_ids: Sequence[str]) -> Mapping[str, int]:
    """Bytes of some actions, uncompressed, personal parts included."""
    weight = func.length(journal.c.raw) + func.coalesce(func.length(parts.c.raw), 0)
    query = (
        select(journal.c.action_id, func.sum(weight))
        .join(parts, parts.c.step == journal.c.step, isouter=True)
        .where(journal.c.action_id.in_(action_ids))
        .group_by(journal.c.action_id)
    )
    return {action_id: int(size) for action_id, size in session.connection().execute(query)}


def of_worker(session: Session, worker_id: str) -> tuple[StoredEntry, ...]:
    """The entries that name a worker in their envelope, in the order in which they were written."""
    query = _entries.where(journal.c.worker_id == worker_id).order_by(journal.c.step)
    return tuple(_stored(row) for row in session.connection().execute(query))


def of_kind(session: Session, kind: str) -> tuple[StoredEntry, ...]:
    """The entries of a kind, in the order in which they were written; it reads the whole journal."""
    query = _entries.where(journal.c.kind == kind).order_by(journal.c.step)
    return tuple(_stored(row) for row in session.connection().execute(query))


def replay(session: Session) -> Iterator[StoredEntry]:
    """Every entry in the order in which it reached the store."""
    result = session.connection().execution_options(yield_per=500).execute(_entries.order_by(journal.c.step))
    return (_stored(row) for row in result)


def head(session: Session, device: str, epoch: int) -> Head | None:
    """Where the chain of a device's epoch ends, None where it has no entry."""
    row = session.connection().execute(_head, {"device": device, "epoch": epoch}).one_or_none()
    return None if row is None else Head(row.seq, row.hash)


def heads(session: Session) -> tuple[Mark, ...]:
    """The high-water mark of every (device, epoch) in the journal: two looks at an index for each, however long."""
    return tuple(_heads(session))


def _heads(session: Session) -> Iterator[Mark]:
    link, place = session.connection(), {"device": "", "epoch": 0, "seq": 0}
    while (row := link.execute(_next_chain, place).one_or_none()) is not None:
        end = link.execute(_head, {"device": row.device, "epoch": row.epoch}).one()
        place = {"device": row.device, "epoch": row.epoch, "seq": end.seq}
        yield Mark(row.device, row.epoch, end.seq, end.hash)


def unbroken(session: Session) -> tuple[Mark, ...]:
    """How far every (device, epoch) reaches without a hole; one whose first entry is missing is left out.

    What came back after a restore may have left a hole below it.
    """
    counts = select(
        journal.c.device,
        journal.c.epoch,
        func.max(journal.c.seq).label("highest"),
        func.count().label("held"),
    ).group_by(journal.c.device, journal.c.epoch)
    rows = session.connection().execute(counts).all()
    torn = {(row.device, row.epoch) for row in rows if row.held < row.highest}
    ends = (
        _before_the_hole(session, end.device, end.epoch) if (end.device, end.epoch) in torn else end
        for end in heads(session)
    )
    return tuple(end for end in ends if end is not None)


def _before_the_hole(session: Session, device: str, epoch: int) -> Mark | None:
    """The last entry of the run that begins with seq 1, None where that is missing."""
    after = journal.alias()
    of_chain = (journal.c.device == device) & (journal.c.epoch == epoch)
    followed = (
        select(after.c.seq)
        .where(after.c.device == device, after.c.epoch == epoch, after.c.seq == journal.c.seq + 1)
        .exists()
    )
    first = session.connection().execute(select(func.min(journal.c.seq)).where(of_chain)).scalar_one()
    ends = select(journal.c.seq, journal.c.hash).where(of_chain, ~followed).order_by(journal.c.seq).limit(1)
    row = session.connection().execute(ends).one()
    return Mark(device, epoch, row.seq, row.hash) if first == 1 else None


def behind(session: Session, mark: Mark) -> bool:
    """Whether the journal lacks what a mark says was committed: the store was rolled back or copied."""
    query = select(journal.c.hash).where(
        journal.c.device == mark.device, journal.c.epoch == mark.epoch, journal.c.seq == mark.seq
    )
    return session.connection().execute(query).scalar() != mark.head_hash


def has_hash(session: Session, entry_id: str, digest: str) -> bool:
    """Whether the journal holds this entry with exactly this content."""
    query = select(journal.c.hash).where(journal.c.entry_id == entry_id)
    return session.connection().execute(query).scalar() == digest


def newest_recorded_at(session: Session) -> datetime | None:
    """The instant of the entry written last, None in an empty journal."""
    query = select(journal.c.recorded_at).order_by(journal.c.step.desc()).limit(1)
    return session.connection().execute(query).scalar()


def length(session: Session) -> int:
    """How many entries the journal holds."""
    return session.connection().execute(select(func.count()).select_from(journal)).scalar_one()


def length_between(session: Session, device: str, epoch: int, first: int, last: int) -> int:
    """How many entries of a chain stand from one place to another, both included."""
    query = select(func.count()).where(
        journal.c.device == device, journal.c.epoch == epoch, journal.c.seq.between(first, last)
    )
    return session.connection().execute(query).scalar_one()


def _stored(row: Row[Any]) -> StoredEntry:
    return StoredEntry(**row._mapping)
