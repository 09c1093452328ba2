"""The pictures that entries name, on their way to the branch: each once, in its own state, never dropped in silence."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, false, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from perisai_desktop.storage.journal import StoredEntry
from perisai_desktop.storage.tables.delivery import OutboxRow
from perisai_desktop.storage.tables.desk import AttachmentRow
from perisai_desktop.storage.tables.journal import JournalRow, PersonalPartRow
from perisai_desktop.storage.tables.photos import BlobRow, BlobUseRow
from perisai_desktop.storage.tables.registry import table_of

_blobs = table_of(BlobRow)
_uses = table_of(BlobUseRow)
_outbox = table_of(OutboxRow)
_journal = table_of(JournalRow)
_parts = table_of(PersonalPartRow)
_attachments = table_of(AttachmentRow)
_COLUMNS = tuple(_blobs.c[column] for column in ("sha256", "length", "state", "reached", "code", "told"))
_RECORDS = select(*_COLUMNS, _journal.c.action_id).join(_journal, _journal.c.step == _blobs.c.step)
_NAMED = b'"blobs":[{'
"""How an entry that names pictures begins to; inside a text the quotes would be escaped."""


class PhotoState(StrEnum):
    """Where a picture stands. `elsewhere`: its entry came back from the branch, and nobody has asked for it here."""

    WAITING = "waiting"
    ARRIVED = "arrived"
    LOST = "lost"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class PhotoRecord:
    """A picture by its SHA-256, `length` and `reached` in bytes; `action_id` is that of the first entry naming it."""

    sha256: str
    length: int
    state: PhotoState
    reached: int
    code: str | None
    told: bool
    action_id: str


def name(session: Session, entries: Sequence[StoredEntry], state: PhotoState, at: datetime) -> None:
    """Note the pictures that entries name, in the transaction that stores them; one that is known stays as it is."""
    named = [(entry.step, blob) for entry in entries if _NAMED in entry.raw for blob in entry.value["blobs"]]
    if not named:
        return
    link = session.connection()
    rows = [
        {
            "sha256": blob["sha256"],
            "length": blob["length"],
            "step": step,
            "state": state.value,
            "reached": 0,
            "failures": 0,
            "told": False,
            "changed_at": at,
        }
        for step, blob in named
    ]
    link.execute(insert(_blobs).on_conflict_do_nothing(), rows)
    uses = [{"step": step, "sha256": blob["sha256"]} for step, blob in named]
    link.execute(insert(_uses).on_conflict_do_nothing(), uses)
    if state is PhotoState.WAITING:
        again = [blob["sha256"] for _, blob in named]
        _change(session, again, _blobs.c.state.in_((_LOST, _ELSEWHERE)), _fresh(at))


def going(session: Session, aside: Collection[str], *, allowed: bool) -> PhotoRecord | None:
    """The picture that goes next: those that failed least first, then oldest; a loss that was not told goes too.

    An entry goes before its pictures: one whose entry waits in the outbox has none that may go. Where pictures
    are not `allowed` to go, a loss is.
    """
    known = _uses.join(_outbox, _outbox.c.step == _uses.c.step, isouter=True)
    sent = select(_uses.c.sha256).select_from(known).where(_outbox.c.step.is_(None))
    untold = and_(_blobs.c.state == _LOST, _blobs.c.told == false())
    query = (
        _RECORDS.where(
            or_(_blobs.c.state == _WAITING, untold) if allowed else untold,
            _blobs.c.sha256.in_(sent),
            _blobs.c.sha256.not_in(list(aside)),
        )
        .order_by(_blobs.c.failures, _blobs.c.step, _blobs.c.sha256)
        .limit(1)
    )
    row = session.connection().execute(query).one_or_none()
    return None if row is None else _record(row)


def not_arrived(session: Session, limit: int) -> tuple[PhotoRecord, ...]:
    """Pictures that wait or are lost: the lost first, then oldest."""
    query = (
        _RECORDS.where(_blobs.c.state.in_((_WAITING, _LOST)))
        .order_by(_blobs.c.state, _blobs.c.step, _blobs.c.sha256)
        .limit(limit)
    )
    return tuple(_record(row) for row in session.connection().execute(query))


def of_actions(session: Session, action_ids: Collection[str]) -> dict[str, tuple[PhotoRecord, ...]]:
    """The pictures of some actions, whatever their state, by action."""
    query = (
        select(*_COLUMNS, _journal.c.action_id)
        .select_from(_uses)
        .join(_blobs, _blobs.c.sha256 == _uses.c.sha256)
        .join(_journal, _journal.c.step == _uses.c.step)
        .where(_journal.c.action_id.in_(list(action_ids)))
        .order_by(_uses.c.step, _blobs.c.sha256)
    )
    found: dict[str, dict[str, PhotoRecord]] = {}
    for row in session.connection().execute(query):
        record = _record(row)
        found.setdefault(record.action_id, {})[record.sha256] = record
    return {action_id: tuple(records.values()) for action_id, records in found.items()}


def sums(session: Session) -> dict[PhotoState, tuple[int, int, int]]:
    """For each state how many pictures, their bytes, and the bytes of them that the server was heard to hold."""
    query = select(
        _blobs.c.state, func.count(), func.sum(_blobs.c.length), func.sum(_blobs.c.reached)
    ).group_by(_blobs.c.state)
    return {
        PhotoState(state): (count, length, reached)
        for state, count, length, reached in session.connection().execute(query)
    }


def reach(session: Session, sha256: str, offset: int, at: datetime, *, complete: bool) -> None:
    """Keep the server's signed word on how much of a picture it holds; a loss that it disproves is none."""
    here = _blobs.c.sha256 == sha256
    reached = func.min(_blobs.c.length, offset)
    values: dict[str, Any] = {"reached": reached, "changed_at": at}
    if complete:
        values = {**_fresh(at), "state": _ARRIVED, "reached": _blobs.c.length}
    session.connection().execute(update(_blobs).where(here).values(values))


def fail(session: Session, sha256: str, code: str, at: datetime) -> None:
    """Keep why a picture, or the word of its loss, did not go; the others go before it from here on."""
    later = {"failures": _blobs.c.failures + 1, "changed_at": at}
    _change(session, [sha256], _blobs.c.state == _LOST, later)
    _change(session, [sha256], _blobs.c.state == _WAITING, {**later, "code": code})


def lose(session: Session, sha256: str, code: str, at: datetime) -> None:
    """Keep that this store has not got a picture; the server is to hear of it."""
    values = {"state": _LOST, "code": code, "told": False, "changed_at": at}
    _change(session, [sha256], _blobs.c.state == _WAITING, values)


def tell(session: Session, sha256: str, at: datetime) -> None:
    """Keep that the server knows of a loss."""
    _change(session, [sha256], _blobs.c.state == _LOST, {"told": True, "changed_at": at})


def want(session: Session, hashes: Iterable[str], at: datetime) -> int:
    """Send again what the server wants, also where it was whole once; returns how many pictures that are.

    A server that wants what it was told to be lost was set back, and is told again.
    """
    wanted, values = list(hashes), {**_fresh(at), "reached": 0}
    _change(session, wanted, _blobs.c.state == _LOST, {"told": False, "changed_at": at})
    return _change(session, wanted, _blobs.c.state.in_((_ARRIVED, _ELSEWHERE)), values)


def held_back(session: Session, entry_ids: Collection[str], kept: Collection[str]) -> frozenset[str]:
    """Entries that name a picture which has not arrived and is not lost, or is among those `kept`."""
    query = (
        select(_journal.c.entry_id)
        .join(_uses, _uses.c.step == _journal.c.step)
        .join(_blobs, _blobs.c.sha256 == _uses.c.sha256)
        .where(
            _journal.c.entry_id.in_(list(entry_ids)),
            or_(_blobs.c.state == _WAITING, _blobs.c.sha256.in_(list(kept))),
        )
    )
    return frozenset(session.connection().execute(query).scalars())


def lost(session: Session, hashes: Collection[str]) -> frozenset[str]:
    """Which of these pictures this store was found not to have."""
    query = select(_blobs.c.sha256).where(_blobs.c.sha256.in_(list(hashes)), _blobs.c.state == _LOST)
    return frozenset(session.connection().execute(query).scalars())


def let_go(session: Session, entry_ids: Collection[str]) -> None:
    """Forget the files of pictures that arrived, once no entry that keeps its personal part names them.

    The files themselves go with the next sweep.
    """
    named = (
        select(_uses.c.sha256)
        .join(_journal, _journal.c.step == _uses.c.step)
        .where(_journal.c.entry_id.in_(list(entry_ids)))
    )
    kept = select(_uses.c.sha256).join(_parts, _parts.c.step == _uses.c.step)
    there = select(_blobs.c.sha256).where(_blobs.c.state == _WAITING)
    session.connection().execute(
        delete(_attachments).where(
            _attachments.c.sha256.in_(named),
            _attachments.c.sha256.not_in(kept),
            _attachments.c.sha256.not_in(there),
        )
    )


def forget_unnamed(session: Session, kept: Collection[str]) -> None:
    """Forget the files of pictures that no entry names, besides those `kept`; they go with the next sweep."""
    named = select(_blobs.c.sha256)
    session.connection().execute(
        delete(_attachments).where(
            _attachments.c.sha256.not_in(named), _attachments.c.sha256.not_in(list(kept))
        )
    )


_WAITING, _ARRIVED, _LOST, _ELSEWHERE = (state.value for state in PhotoState)


def _fresh(at: datetime) -> dict[str, Any]:
    """A picture that is on its way as if it had never failed."""
    return {"state": _WAITING, "code": None, "failures": 0, "told": False, "changed_at": at}


def _change(
    session: Session, hashes: Sequence[str], which: ColumnElement[bool], values: dict[str, Any]
) -> int:
    changing = update(_blobs).where(_blobs.c.sha256.in_(hashes), which).values(values)
    return int(session.connection().execute(changing).rowcount)


def _record(row: Any) -> PhotoRecord:
    return PhotoRecord(
        row.sha256, row.length, PhotoState(row.state), row.reached, row.code, row.told, row.action_id
    )
