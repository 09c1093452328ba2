"""Reads what was paid: ledger lines of a worker, receipts by number, action, worker and age."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from perisai_desktop.storage.projections.ledger import ledger, receipts
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Programme


@dataclass(frozen=True, slots=True)
class LedgerRecord:
    """One programme of one iuran month: rupiah, what the price followed from, and what undid it.

    `undone` is `void_requested`, `void_approved` (its cash is to be given back), `voided`, `refunded` or None, and
    `undone_by` the void or refund.
    """

    entry_id: str
    line: int
    worker_id: str
    month: IuranMonth
    programme: Programme
    amount: int
    bracket: int
    relief: str | None
    tariff: str
    payer: str
    receipt: str | None
    undone: str | None
    undone_by: str | None = None


@dataclass(frozen=True, slots=True)
class ReceiptRecord:
    """An issued receipt: `total` in rupiah, `on` the local date, `copies` the last copy number written down."""

    number: str
    entry_id: str
    action_id: str
    worker_id: str | None
    on: date
    total: int
    recorded_at: datetime
    deposited_by: str | None = field(default=None)
    copies: int = 0


def ledger_of(session: Session, worker_id: str) -> tuple[LedgerRecord, ...]:
    """Everything paid for a worker, by month."""
    return _lines(session, ledger.c.worker_id == worker_id)


def lines_of(session: Session, number: str) -> tuple[LedgerRecord, ...]:
    """The lines that a receipt covers, by month."""
    return _lines(session, ledger.c.receipt == number)


def receipt(session: Session, number: str) -> ReceiptRecord | None:
    """The receipt with a number, None where none was issued here."""
    found = _receipts(session, receipts.c.number == number, limit=1)
    return found[0] if found else None


def receipt_of_action(session: Session, action_id: str) -> ReceiptRecord | None:
    """The receipt of an action."""
    found = _receipts(session, receipts.c.action_id == action_id, limit=1)
    return found[0] if found else None


def of_actions(session: Session, action_ids: Sequence[str]) -> Mapping[str, tuple[ReceiptRecord, ...]]:
    """The receipts of some actions, by action; one read for a whole page."""
    found: dict[str, tuple[ReceiptRecord, ...]] = {}
    for record in _receipts(session, receipts.c.action_id.in_(action_ids)):
        found[record.action_id] = (record, *found.get(record.action_id, ()))
    return found


def receipts_of(session: Session, worker_id: str) -> tuple[ReceiptRecord, ...]:
    """The receipts that name a worker or cover a line of the worker, newest first."""
    covering = select(ledger.c.receipt).where(ledger.c.worker_id == worker_id)
    which = (receipts.c.worker_id == worker_id) | receipts.c.number.in_(covering)
    return _receipts(session, which)


def newest_payment(session: Session, worker_id: str) -> str | None:
    """The number of the receipt with the worker's newest payment that nobody asked to undo."""
    query = (
        select(ledger.c.receipt)
        .where(ledger.c.worker_id == worker_id, ledger.c.undone.is_(None))
        .order_by(ledger.c.step.desc())
        .limit(1)
    )
    return session.connection().execute(query).scalar()


def carried_by(session: Session, deposit_id: str) -> tuple[ReceiptRecord, ...]:
    """The receipts whose cash a deposit carried away, oldest first."""
    return tuple(reversed(_receipts(session, receipts.c.deposited_by == deposit_id)))


def receipts_where(session: Session, which: Any) -> tuple[ReceiptRecord, ...]:
    """The receipts that a condition on their table finds, newest first."""
    return _receipts(session, which)


def recent_receipts(session: Session, limit: int) -> tuple[ReceiptRecord, ...]:
    """The receipts issued last, newest first."""
    return _receipts(session, None, limit=limit)


def _lines(session: Session, which: Any) -> tuple[LedgerRecord, ...]:
    query = select(ledger).where(which).order_by(ledger.c.month, ledger.c.step, ledger.c.line)
    return tuple(
        LedgerRecord(
            entry_id=row.entry_id,
            line=row.line,
            worker_id=row.worker_id,
            month=IuranMonth.parse(row.month),
            programme=Programme(row.programme),
            amount=row.amount,
            bracket=row.bracket,
            relief=row.relief,
            tariff=row.tariff,
            payer=row.payer,
            receipt=row.receipt,
            undone=row.undone,
            undone_by=row.undone_by,
        )
        for row in session.connection().execute(query)
    )


def _receipts(session: Session, which: Any, limit: int | None = None) -> tuple[ReceiptRecord, ...]:
    query = select(receipts).order_by(receipts.c.step.desc()).limit(limit)
    if which is not None:
        query = query.where(which)
    return tuple(
        ReceiptRecord(
            number=row.number,
            entry_id=row.entry_id,
            action_id=row.action_id,
            worker_id=row.worker_id,
            on=row.on,
            total=row.total,
            recorded_at=row.recorded_at,
            deposited_by=row.deposited_by,
            copies=row.copies,
        )
        for row in session.connection().execute(query)
    )
