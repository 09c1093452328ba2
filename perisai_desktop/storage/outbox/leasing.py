"""Queues entries, leases whole actions to a batch and gives them back."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, func, insert, or_, select, update
from sqlmodel import Session

from perisai_desktop.storage.journal import SealedEntry, StoredEntry
from perisai_desktop.storage.tables.delivery import OutboxRow
from perisai_desktop.storage.tables.journal import JournalRow, PersonalPartRow
from perisai_desktop.storage.tables.projections import ReceiptRow
from perisai_desktop.storage.tables.registry import table_of
from sync.protocol.kinds import EntryKind

outbox = table_of(OutboxRow)
_journal = table_of(JournalRow)
_parts = table_of(PersonalPartRow)
_receipt = table_of(ReceiptRow)
_queueing = insert(outbox)
IN_CHAIN = (_journal.c.epoch + 0, _journal.c.seq + 0)
"""The order of the chain. That of the journal is another where entries came back after later ones had been written.

A sum, so that SQLite sorts what waits and does not walk the whole journal by its index.
"""


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits to be settled: entries, their actions, bytes uncompressed, rupiah of their receipts, the oldest."""

    entries: int
    actions: int
    bytes: int
    rupiah: int
    oldest_at: datetime | None


def put(session: Session, entries: Sequence[StoredEntry]) -> None:
    """Queue the entries of one action, behind all that wait already."""
    rows = [
        {
            "step": entry.step,
            "action_id": entry.action_id,
            "bytes": len(entry.raw) + len(entry.personal or b""),
        }
        for entry in entries
    ]
    session.connection().execute(_queueing, rows)


def put_back(session: Session, device: str, epoch: int, first_seq: int, last_seq: int) -> int:
    """Queue whole actions again of which the server lacks entries of a range (S7); what waits stays as it is.

    No status changes: the entries keep what a signed word made of them until the next one. Returns how many
    entries were queued.
    """
    touched = select(_journal.c.action_id).where(
        _journal.c.device == device, _journal.c.epoch == epoch, _journal.c.seq.between(first_seq, last_seq)
    )
    weight = func.length(_journal.c.raw) + func.coalesce(func.length(_parts.c.raw), 0)
    lacking = (
        select(_journal.c.step, _journal.c.action_id, weight)
        .join(_parts, _parts.c.step == _journal.c.step, isouter=True)
        .where(_journal.c.action_id.in_(touched), _journal.c.step.not_in(select(outbox.c.step)))
    )
    found = session.connection().execute(lacking).all()
    if found:
        rows = [{"step": step, "action_id": action_id, "bytes": size} for step, action_id, size in found]
        session.connection().execute(_queueing, rows)
    return len(found)


def lease(session: Session, batch_id: str, max_entries: int, max_bytes: int) -> tuple[SealedEntry, ...]:
    """Take the oldest whole actions of one device and epoch for a batch, in the order of the chain.

    At most `max_entries` and `max_bytes` (uncompressed), but always one action: an action is never split.
    Entries leased by this run are left out; a lease of an earlier run that ended counts for nothing.
    """
    run = session.info["run"]
    waiting = (
        select(outbox.c.step, outbox.c.action_id, outbox.c.bytes, _journal.c.device, _journal.c.epoch)
        .join_from(outbox, _journal, _journal.c.step == outbox.c.step)
        .where(or_(outbox.c.lease.is_(None), outbox.c.lease != run))
        .order_by(*IN_CHAIN)
        .limit(max_entries + 1)
    )
    chosen = _whole_actions(session.connection().execute(waiting).all(), max_entries, max_bytes)
    if not chosen:
        return ()
    which = and_(outbox.c.action_id.in_(chosen), or_(outbox.c.lease.is_(None), outbox.c.lease != run))
    taking = update(outbox).where(which).values(batch_id=batch_id, lease=run)
    session.connection().execute(taking)
    return _leased(session, batch_id)


def urgent(session: Session, most: int, most_bytes: int) -> tuple[SealedEntry, ...]:
    """Withdrawals of consent that wait, oldest first; they stay queued, for a batch where hello settles none.

    Only those that are an action by themselves: they can be judged alone. What came before them in the chain and
    has not arrived is a gap at the branch that the same run closes.
    """
    beside = _journal.alias()
    others = select(beside.c.step).where(
        beside.c.action_id == _journal.c.action_id, beside.c.kind != EntryKind.CONSENT_WITHDRAWAL.value
    )
    query = (
        select(_journal.c.raw, _journal.c.hash, _parts.c.raw.label("personal"))
        .join_from(_journal, _parts, _parts.c.step == _journal.c.step, isouter=True)
        .where(
            _journal.c.step.in_(select(outbox.c.step)),
            _journal.c.kind == EntryKind.CONSENT_WITHDRAWAL.value,
            ~others.exists(),
        )
        .order_by(_journal.c.step)
        .limit(most)
    )
    found, volume = [], 0
    for row in session.connection().execute(query):
        volume += len(row.raw) + len(row.personal or b"")
        if volume > most_bytes:
            break
        found.append(SealedEntry(row.raw, row.hash, row.personal))
    return tuple(found)


def _whole_actions(rows: Sequence[Any], max_entries: int, max_bytes: int) -> list[str]:
    """The oldest actions that fit; the last action read may be cut off, so it counts only when alone."""
    sizes: dict[str, list[int]] = {}
    first = rows[0] if rows else None
    for row in rows:
        if first is None or (row.device, row.epoch) != (first.device, first.epoch):
            break
        sizes.setdefault(row.action_id, []).append(row.bytes)
    chosen: list[str] = []
    entries = volume = 0
    for action_id, parts in sizes.items():
        entries += len(parts)
        volume += sum(parts)
        if chosen and (entries > max_entries or volume > max_bytes):
            break
        chosen.append(action_id)
    return chosen


def _leased(session: Session, batch_id: str) -> tuple[SealedEntry, ...]:
    query = (
        select(_journal.c.raw, _journal.c.hash, _parts.c.raw.label("personal"))
        .select_from(outbox)
        .join(_journal, _journal.c.step == outbox.c.step)
        .join(_parts, _parts.c.step == _journal.c.step, isouter=True)
        .where(outbox.c.batch_id == batch_id, outbox.c.lease == session.info["run"])
        .order_by(*IN_CHAIN)
    )
    return tuple(SealedEntry(row.raw, row.hash, row.personal) for row in session.connection().execute(query))


def release(session: Session, batch_id: str) -> None:
    """Give back what a batch holds that no acknowledgement settled: it waits again."""
    giving = update(outbox).where(outbox.c.batch_id == batch_id).values(batch_id=None, lease=None)
    session.connection().execute(giving)


def release_all(session: Session) -> None:
    """Give back every batch: whatever an earlier run still expects an answer to is sent again."""
    giving = update(outbox).where(outbox.c.batch_id.is_not(None)).values(batch_id=None, lease=None)
    session.connection().execute(giving)


def waiting(session: Session) -> int:
    """Entries that this run has not leased."""
    query = select(func.count()).where(or_(outbox.c.lease.is_(None), outbox.c.lease != session.info["run"]))
    return session.connection().execute(query).scalar_one()


def remove(session: Session, steps: Iterable[int]) -> None:
    """Take entries out of the queue, by their steps: the server has them."""
    rows = [{"gone": step} for step in steps]
    if rows:
        session.connection().execute(delete(outbox).where(outbox.c.step == bindparam("gone")), rows)


def queue(session: Session) -> Queue:
    """How much waits, whether leased or not."""
    link = session.connection()
    actions = func.count(outbox.c.action_id.distinct())
    sums = select(func.count(), actions, func.coalesce(func.sum(outbox.c.bytes), 0), func.min(outbox.c.step))
    entries, acts, volume, first = link.execute(sums).one()
    money = select(func.coalesce(func.sum(_receipt.c.total), 0)).where(
        _receipt.c.action_id.in_(select(outbox.c.action_id).distinct())
    )
    rupiah = link.execute(money).scalar_one()
    oldest_at = link.execute(select(_journal.c.recorded_at).where(_journal.c.step == first)).scalar()
    return Queue(int(entries), int(acts), int(volume), int(rupiah), oldest_at)


def oldest_of(session: Session, kinds: Collection[str]) -> Mapping[str, datetime]:
    """When the oldest entry that waits was written, for each of some kinds that has one."""
    query = (
        select(_journal.c.kind, func.min(_journal.c.recorded_at).label("oldest"))
        .where(_journal.c.step.in_(select(outbox.c.step)), _journal.c.kind.in_(kinds))
        .group_by(_journal.c.kind)
    )
    return {row.kind: row.oldest for row in session.connection().execute(query)}
