"""Reads the movements of cash: sums by sort and by day, and the single ones with the receipt they are of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select, tuple_
from sqlmodel import Session

from perisai_desktop.storage.projections.cash import cash
from perisai_desktop.storage.projections.grants import grants
from perisai_desktop.storage.projections.ledger import ledger, receipts
from perisai_desktop.storage.projections.tills import closings


@dataclass(frozen=True, slots=True)
class MovementRecord:
    """One movement in rupiah, never below 0; `receipt` is the number of the one it is of."""

    entry_id: str
    sort: str
    amount: int
    on: date
    receipt: str | None


def by_sort(session: Session) -> tuple[tuple[str, int, int], ...]:
    """Sort, how many, and their rupiah."""
    query = select(cash.c.sort, func.count(), func.sum(cash.c.amount)).group_by(cash.c.sort)
    return tuple((sort, count, int(amount)) for sort, count, amount in session.connection().execute(query))


def by_day(session: Session) -> tuple[tuple[date, str, int], ...]:
    """Local date, sort and rupiah, in the order of dates."""
    query = select(cash.c.on, cash.c.sort, func.sum(cash.c.amount)).group_by(cash.c.on, cash.c.sort)
    rows = session.connection().execute(query.order_by(cash.c.on))
    return tuple((on, sort, int(amount)) for on, sort, amount in rows)


def closed_days(session: Session) -> Mapping[date, str]:
    """The business dates that were closed, with the entry that closed each."""
    rows = session.connection().execute(select(closings.c.on, closings.c.entry_id))
    return {row.on: row.entry_id for row in rows}


def movements(
    session: Session,
    *,
    sort: str | None = None,
    on: date | None = None,
    limit: int | None = None,
    behind: tuple[date, str] | None = None,
) -> Iterator[MovementRecord]:
    """The movements of a sort, of a local date, or all of them; the newest first, `limit` at most.

    `behind`: date and entry id of the one after which to go on.
    """
    of_void = select(ledger.c.receipt).where(ledger.c.undone_by == cash.c.entry_id).limit(1).scalar_subquery()
    of_refund = (
        select(grants.c.receipt).where(grants.c.refunded_by == cash.c.entry_id).limit(1).scalar_subquery()
    )
    query = select(cash, func.coalesce(receipts.c.number, of_refund, of_void).label("receipt")).join(
        receipts, receipts.c.entry_id == cash.c.entry_id, isouter=True
    )
    if sort is not None:
        query = query.where(cash.c.sort == sort)
    if on is not None:
        query = query.where(cash.c.on == on)
    if behind is not None:
        query = query.where(tuple_(cash.c.on, cash.c.entry_id) < tuple_(*behind))
    newest_first = query.order_by(cash.c.on.desc(), cash.c.entry_id.desc()).limit(limit)
    for row in session.connection().execute(newest_first):
        yield MovementRecord(row.entry_id, row.sort, row.amount, row.on, row.receipt)
