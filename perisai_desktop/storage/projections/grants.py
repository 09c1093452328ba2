"""Writes and reads the refunds that decisions of the branch name: of which lines, how much, and whether it was given."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from perisai_desktop.storage.projections.ledger import GONE, balance, ledger, receipts
from perisai_desktop.storage.tables.projections import GrantRow
from perisai_desktop.storage.tables.registry import table_of

grants = table_of(GrantRow)


@dataclass(frozen=True, slots=True)
class GrantRecord:
    """A refund: all of a receipt, or what one worker paid on it, or one contribution of it.

    `entry_id` is what the branch decided, `amount` what is left to give in rupiah.
    """

    decision_id: str
    entry_id: str
    receipt: str
    receipt_id: str
    worker_id: str | None
    contribution: str | None
    amount: int
    refunded_by: str | None

    @property
    def whole(self) -> bool:
        """Whether all of the receipt is given back."""
        return self.worker_id is None and self.contribution is None


def grant(session: Session, decision_id: str, entry_id: str, kind: str, entry: Mapping[str, Any]) -> None:
    """Write down that a decision on an entry names a refund; nothing where no receipt is known for it."""
    link = session.connection()
    column, value = ledger.c.worker_id, entry.get("worker_id") or entry_id
    which = and_(ledger.c.action_id == entry["action_id"], column == value)
    if kind == "contribution":
        column, value, which = ledger.c.entry_id, entry_id, ledger.c.entry_id == entry_id
    elif kind == "void_request":
        which = ledger.c.undone_by == entry_id
    first = link.execute(select(ledger.c.receipt, ledger.c.worker_id).where(which).limit(1)).one_or_none()
    if first is None or first.receipt is None:
        return
    if kind == "void_request":
        whole = entry["body"].get("lines") is None
        value = first.worker_id
    else:
        others = select(ledger.c.line).where(ledger.c.receipt == first.receipt, column != value).limit(1)
        whole = link.execute(others).one_or_none() is None
    row = {
        "decision_id": decision_id,
        "entry_id": entry_id,
        "receipt": first.receipt,
        "worker_id": None if whole or kind == "contribution" else value,
        "contribution": value if kind == "contribution" and not whole else None,
    }
    link.execute(insert(grants).on_conflict_do_nothing(), row)


def withdraw(session: Session, entry_id: str) -> None:
    """A later decision on the same entry takes back what an earlier one granted, unless it was given."""
    which = and_(grants.c.entry_id == entry_id, grants.c.refunded_by.is_(None))
    session.connection().execute(delete(grants).where(which))


def use(session: Session, decision_id: str, refund_id: str) -> None:
    """Write down which refund gave it; the first one stands."""
    which = and_(grants.c.decision_id == decision_id, grants.c.refunded_by.is_(None))
    session.connection().execute(update(grants).where(which).values(refunded_by=refund_id))


def find(session: Session, decision_id: str) -> GrantRecord | None:
    """The refund that a decision names."""
    return next(iter(_read(session, grants.c.decision_id == decision_id)), None)


def waiting(session: Session) -> tuple[GrantRecord, ...]:
    """Refunds that are still to be given, by decision."""
    return tuple(one for one in _read(session, grants.c.refunded_by.is_(None)) if one.amount > 0)


def lines_of(session: Session, found: GrantRecord) -> tuple[tuple[str, int], ...]:
    """The lines that a refund is of, by contribution and place."""
    query = select(ledger.c.entry_id, ledger.c.line).where(*_covered(found))
    rows = session.connection().execute(query.order_by(ledger.c.entry_id, ledger.c.line))
    return tuple((row.entry_id, row.line) for row in rows)


def void_open(session: Session, found: GrantRecord) -> bool:
    """Whether the branch has still to decide on a void of any line that a refund is of."""
    asked = select(ledger.c.line).where(*_covered(found), ledger.c.undone == "void_requested").limit(1)
    return session.connection().execute(asked).one_or_none() is not None


def _covered(row: Any) -> list[Any]:
    which = [ledger.c.receipt == row.receipt]
    if row.worker_id is not None:
        which.append(ledger.c.worker_id == row.worker_id)
    if row.contribution is not None:
        which.append(ledger.c.entry_id == row.contribution)
    return which


def _read(session: Session, which: Any) -> tuple[GrantRecord, ...]:
    link = session.connection()
    query = (
        select(grants, receipts.c.entry_id.label("receipt_id"))
        .join(receipts, receipts.c.number == grants.c.receipt)
        .where(which)
        .order_by(grants.c.decision_id)
    )
    found = []
    for row in link.execute(query).all():
        standing = ledger.c.undone.is_(None) | ledger.c.undone.not_in(GONE)
        left = select(func.coalesce(func.sum(ledger.c.amount), 0)).where(*_covered(row), standing)
        whole = row.worker_id is None and row.contribution is None
        amount = int(link.execute(left).scalar_one()) + (balance(session, row.receipt) if whole else 0)
        found.append(
            GrantRecord(
                decision_id=row.decision_id,
                entry_id=row.entry_id,
                receipt=row.receipt,
                receipt_id=row.receipt_id,
                worker_id=row.worker_id,
                contribution=row.contribution,
                amount=amount,
                refunded_by=row.refunded_by,
            )
        )
    return tuple(found)
