"""Reads and writes what leaves the till: receipts still to be deposited, and the days that were closed."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select
from sqlmodel import Session

from perisai_desktop.storage.projections.cash import cash
from perisai_desktop.storage.projections.ledger import GONE, ledger, receipts
from perisai_desktop.storage.projections.receipts import ReceiptRecord, receipts_where
from perisai_desktop.storage.tables.projections import ClosingRow
from perisai_desktop.storage.tables.registry import table_of

closings = table_of(ClosingRow)


def close(session: Session, entry_id: str, on: date) -> None:
    """Write down that a business date was closed."""
    session.connection().execute(insert(closings), {"entry_id": entry_id, "on": on})


def undeposited(session: Session) -> tuple[ReceiptRecord, ...]:
    """Receipts with cash that no deposit carried away and that is not all undone, oldest first."""
    return tuple(reversed(receipts_where(session, _in_hand())))


def oldest_undeposited_at(session: Session) -> datetime | None:
    """The instant of the oldest of them."""
    query = select(receipts.c.recorded_at).where(_in_hand()).order_by(receipts.c.recorded_at).limit(1)
    return session.connection().execute(query).scalar()


def undeposited_count(session: Session) -> int:
    """How many of them there are."""
    query = select(func.count()).select_from(receipts).where(_in_hand())
    return int(session.connection().execute(query).scalar_one())


def left(session: Session, number: str, total: int) -> tuple[int, bool]:
    """What is left of a receipt in rupiah, and whether a void of any of it is asked for or granted."""
    query = select(ledger.c.undone, func.sum(ledger.c.amount)).where(ledger.c.receipt == number)
    sums: dict[str | None, int] = {
        undone: int(amount)
        for undone, amount in session.connection().execute(query.group_by(ledger.c.undone))
    }
    gone = sum(sums.get(undone, 0) for undone in GONE)
    return total - gone, bool(sums.keys() & {"void_requested", "void_approved"})


def open_days(session: Session, today: date) -> tuple[date, ...]:
    """Business dates up to today on which cash moved and that come after the newest one closed, in order."""
    link = session.connection()
    closed: date | None = link.execute(select(func.max(closings.c.on))).scalar()
    query = select(cash.c.on).where(cash.c.on <= today).distinct().order_by(cash.c.on)
    if closed is not None:
        query = query.where(cash.c.on > closed)
    return tuple(link.execute(query).scalars())


def closed(session: Session, on: date) -> bool:
    """Whether a business date, or one after it, was closed."""
    query = select(closings.c.entry_id).where(closings.c.on >= on).limit(1)
    return session.connection().execute(query).scalar() is not None


def of_workers(session: Session, worker_ids: Collection[str]) -> int:
    """Rupiah paid by some workers with receipts that are in hand, what was undone left aside."""
    query = (
        select(func.coalesce(func.sum(ledger.c.amount), 0))
        .join(receipts, receipts.c.number == ledger.c.receipt)
        .where(
            ledger.c.worker_id.in_(worker_ids), ledger.c.undone.is_(None), receipts.c.deposited_by.is_(None)
        )
    )
    return int(session.connection().execute(query).scalar_one())


def _in_hand() -> ColumnElement[bool]:
    standing: Any = ledger.c.undone.is_(None) | ledger.c.undone.not_in(GONE)
    line = select(ledger.c.line).where(ledger.c.receipt == receipts.c.number, standing).exists()
    return receipts.c.deposited_by.is_(None) & (receipts.c.total > 0) & line
