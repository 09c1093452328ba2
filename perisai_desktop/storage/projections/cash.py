"""Writes the movements of cash and adds them up for the one formula of cash in hand."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import case, delete, func, insert, select
from sqlmodel import Session

from perisai_desktop.storage.projections.ledger import balance, ledger, receipts
from perisai_desktop.storage.tables.projections import CashRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.cash import CashFacts

cash = table_of(CashRow)
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


def facts(session: Session) -> CashFacts:
    """The sums that cash in hand is made of, in rupiah."""
    query = select(cash.c.sort, func.sum(cash.c.amount)).group_by(cash.c.sort)
    sums: Mapping[str, int] = {sort: int(amount) for sort, amount in session.connection().execute(query)}
    return CashFacts(
        opening_float=sums.get("opening_float", 0),
        receipts=sums.get("receipt", 0),
        voids_without_cash=sums.get("void", 0),
        refunds=sums.get("refund", 0),
        deposits=sums.get("deposit", 0),
        hand_overs=sums.get("hand_over", 0),
        adjustments=sums.get("surplus", 0) - sums.get("shortage", 0),
    )


def oldest_undeposited_at(session: Session) -> datetime | None:
    """The instant of the oldest receipt with cash that no deposit carried away."""
    query = select(func.min(receipts.c.recorded_at)).where(
        receipts.c.deposited_by.is_(None), receipts.c.total > 0
    )
    return session.connection().execute(query).scalar()


def voids_awaiting(session: Session) -> int:
    """Rupiah of lines whose void is requested and not decided."""
    waiting = func.sum(case((ledger.c.undone == "void_requested", ledger.c.amount), else_=0))
    query = select(func.coalesce(waiting, 0)).where(ledger.c.undone_by.is_not(None))
    return int(session.connection().execute(query).scalar_one())
