"""Writes the ledger and the receipts: what was paid, for which month, on which receipt, and what was undone."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, insert, or_, select, update
from sqlmodel import Session

from perisai_desktop.storage.tables.projections import LedgerRow, ReceiptRow
from perisai_desktop.storage.tables.registry import table_of

ledger = table_of(LedgerRow)
receipts = table_of(ReceiptRow)

GONE = ("voided", "refunded")
"""What a line is marked with that never comes back."""

_paying = insert(ledger)
_issuing = insert(receipts)
_tying = update(ledger).where(ledger.c.entry_id == bindparam("paid")).values(receipt=bindparam("number"))


def pay(session: Session, entry_id: str, action_id: str, step: int, body: Mapping[str, Any]) -> set[str]:
    """Write a contribution's lines; returns the workers they are for."""
    rows = [
        {
            "entry_id": entry_id,
            "line": place,
            "action_id": action_id,
            "worker_id": line["worker_id"],
            "month": line["month"],
            "programme": line["programme"],
            "amount": line["amount"],
            "bracket": line["bracket"],
            "relief": line.get("relief"),
            "tariff": line["tariff_version"],
            "payer": line["payer"],
            "step": step,
        }
        for place, line in enumerate(body["lines"])
    ]
    session.connection().execute(_paying, rows)
    return {row["worker_id"] for row in rows}


def issue(
    session: Session,
    step: int,
    *,
    entry_id: str,
    action_id: str,
    worker_id: str | None,
    at: datetime,
    body: Mapping[str, Any],
) -> None:
    """Write a receipt and tie the lines of its contributions to it."""
    link = session.connection()
    row = {
        "step": step,
        "number": body["number"],
        "entry_id": entry_id,
        "action_id": action_id,
        "worker_id": worker_id,
        "on": date.fromisoformat(body["on"]),
        "total": body["total"],
        "recorded_at": at,
    }
    link.execute(_issuing, row)
    link.execute(_tying, [{"paid": paid, "number": body["number"]} for paid in body["contributions"]])


def reprint(session: Session, body: Mapping[str, Any]) -> None:
    """Write down that a further copy of a receipt was made; of an older one nothing is left to write."""
    link = session.connection()
    copy = body["copy_number"]
    link.execute(
        update(receipts)
        .where(receipts.c.number == body["number"], receipts.c.copies < copy)
        .values(copies=copy)
    )


def undo(session: Session, void_id: str, body: Mapping[str, Any]) -> set[str]:
    """Take the lines of a void request out of what counts as paid; returns the workers they are for."""
    number = _number_of(session, body["receipt"])
    which = and_(_lines(number, body.get("lines")), ledger.c.undone.is_(None))
    return _mark(session, which, undone="void_requested", undone_by=void_id)


def decide_void(session: Session, void_id: str, approved: bool, cash: str) -> set[str]:
    """Follow the decision on a void request; refused, its lines count as paid again.

    Lines for which cash was taken wait for their refund.
    """
    which = and_(ledger.c.undone_by == void_id, ledger.c.undone != "refunded")
    if not approved:
        return _mark(session, which, undone=None, undone_by=None)
    return _mark(session, which, undone="voided" if cash == "no_cash" else "void_approved", undone_by=void_id)


def give_back(session: Session, refund_id: str, body: Mapping[str, Any]) -> set[str]:
    """Mark the lines of a refund; returns the workers they are for."""
    number = _number_of(session, body["receipt"])
    left = ledger.c.undone.is_(None) | ledger.c.undone.not_in(GONE)
    which = and_(_lines(number, body.get("lines")), left)
    return _mark(session, which, undone="refunded", undone_by=refund_id)


def attribute(session: Session, entry_id: str, payer: str, worker_id: str) -> None:
    """Let what a contribution paid for somebody unknown be another worker's."""
    which = and_(ledger.c.entry_id == entry_id, ledger.c.worker_id == payer)
    session.connection().execute(update(ledger).where(which).values(worker_id=worker_id))


def balance(session: Session, number: str) -> int:
    """What a receipt's total says beyond its lines, in rupiah: a credit that was used is below 0."""
    lines = select(func.coalesce(func.sum(ledger.c.amount), 0)).where(ledger.c.receipt == number)
    total = select(receipts.c.total).where(receipts.c.number == number)
    link = session.connection()
    return int(link.execute(total).scalar_one()) - int(link.execute(lines).scalar_one())


def deposit(session: Session, deposit_id: str, receipt_ids: Sequence[str]) -> None:
    """Note which deposit carried the cash of receipts away."""
    which = receipts.c.entry_id.in_(list(receipt_ids))
    session.connection().execute(update(receipts).where(which).values(deposited_by=deposit_id))


def _number_of(session: Session, receipt_id: str) -> str | None:
    query = select(receipts.c.number).where(receipts.c.entry_id == receipt_id)
    return session.connection().execute(query).scalar()


def _lines(number: str | None, lines: Iterable[Mapping[str, Any]] | None) -> Any:
    """The lines of a receipt: all of them, or those that are named by contribution and place."""
    if lines is None:
        return ledger.c.receipt == number
    named = [and_(ledger.c.entry_id == line["contribution"], ledger.c.line == line["line"]) for line in lines]
    return and_(ledger.c.receipt == number, or_(*named))


def _mark(session: Session, which: Any, **change: str | None) -> set[str]:
    marking = update(ledger).where(which).values(**change).returning(ledger.c.worker_id)
    return set(session.connection().execute(marking).scalars())
