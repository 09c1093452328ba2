"""Own entries that came back, those that stand beside the journal, and those of it that the branch holds for it."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import Session

from perisai_desktop.storage.feed.reading import rows
from perisai_desktop.storage.tables.delivery import EntryStatusRow
from perisai_desktop.storage.tables.journal import JournalRow
from perisai_desktop.storage.tables.projections import ReceiptRow
from perisai_desktop.storage.tables.registry import table_of

_journal, _status, _receipt = table_of(JournalRow), table_of(EntryStatusRow), table_of(ReceiptRow)
COLLIDED = ("fork", "id_conflict")
"""Codes with which the branch holds an entry because another copy of this laptop wrote at its place."""


@dataclass(frozen=True, slots=True)
class Counted:
    """So many entries, and the rupiah of the receipts among them."""

    count: int
    rupiah: int


def returned(session: Session) -> Counted:
    """Entries that came back through the feed and stand in the journal again.

    One that came back was written with the step after its row's.
    """
    query = (
        select(func.count(), func.coalesce(func.sum(_receipt.c.total), 0))
        .select_from(rows)
        .join(_journal, (_journal.c.entry_id == rows.c.entry_id) & (_journal.c.step == rows.c.step + 1))
        .join(_receipt, _receipt.c.entry_id == rows.c.entry_id, isouter=True)
        .where(rows.c.kind == "record")
    )
    return Counted(*session.connection().execute(query).one())


def beside(session: Session) -> int:
    """Entries of another copy of this laptop that came back and have no place in this journal."""
    query = (
        select(func.count(rows.c.entry_id.distinct()))
        .join(_journal, _journal.c.entry_id == rows.c.entry_id, isouter=True)
        .where(rows.c.kind == "record", _journal.c.entry_id.is_(None))
    )
    return session.connection().execute(query).scalar_one()


def held_here(session: Session) -> Counted:
    """Entries of this journal that the branch holds because another copy wrote at their places."""
    query = (
        select(func.count(), func.coalesce(func.sum(_receipt.c.total), 0))
        .select_from(_status)
        .join(_receipt, _receipt.c.entry_id == _status.c.entry_id, isouter=True)
        .where(_status.c.review == "held", _status.c.reason.in_(COLLIDED))
    )
    return Counted(*session.connection().execute(query).one())
