"""Writes the movements of cash and adds them up for the one formula of cash in hand."""

from datetime import date

from sqlalchemy import case, delete, func, insert, select
from sqlmodel import Session

from perisai_desktop.storage.projections.ledger import balance, ledger
from perisai_desktop.storage.tables.projections import CashDayRow, CashRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.cash import CashFacts, cash_facts

cash = table_of(CashRow)
days = table_of(CashDayRow)
_moving = insert(cash)


def move(session: Session, entry_id: str, sort: str, amount: int, on: date) -> None:
    """Write one movement; an entry makes one at most. `on` is the local date that it counts from."""
    session.connection().execute(_moving, {"entry_id": entry_id, "sort": sort, "amount": amount, "on": on})


def void_without_cash(session: Session, void_id: str, on: date, *, whole: bool) -> None:
    """Lower cash in hand by what an approved void without cash is of: its lines, or all that the receipt says."""
    link = session.connection()
    query = select(func.coalesce(func.sum(ledger.c.amount), 0)).where(ledger.c.undone_by == void_id)
    amount = int(link.execute(query).scalar_one())
    number = link.execute(select(ledger.c.receipt).where(ledger.c.undone_by == void_id).limit(1)).scalar()
    if whole and number is not None:
        amount += balance(session, number)
    take_back(session, void_id)
    move(session, void_id, "void", amount, on)


def take_back(session: Session, void_id: str) -> None:
    """Undo what a void lowered, where its decision was changed."""
    session.connection().execute(delete(cash).where(cash.c.entry_id == void_id))


def facts(session: Session, until: date | None = None) -> CashFacts:
    """The sums that cash in hand is made of, in rupiah; of movements up to a local date where one is named."""
    query = select(days.c.sort, func.sum(days.c.amount)).group_by(days.c.sort)
    if until is not None:
        query = query.where(days.c.on <= until)
    return cash_facts((sort, int(amount)) for sort, amount in session.connection().execute(query))


def voids_awaiting(session: Session) -> int:
    """Rupiah of lines whose void is requested and not decided."""
    waiting = func.sum(case((ledger.c.undone == "void_requested", ledger.c.amount), else_=0))
    query = select(func.coalesce(waiting, 0)).where(ledger.c.undone_by.is_not(None))
    return int(session.connection().execute(query).scalar_one())
