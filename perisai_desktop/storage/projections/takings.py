"""Reads what was collected: by calendar month, from how many people, and what its commission is reckoned from."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Integer, case, cast, distinct, func, select
from sqlmodel import Session

from perisai_desktop.storage.projections.cash import days
from perisai_desktop.storage.projections.ledger import GONE, ledger, receipts
from perisai_desktop.storage.projections.workers import workers
from sync.rules.iuran_month import IuranMonth

TAKEN = ("receipt", "void", "refund")
"""The sorts of movements that make up what was collected: receipts, less what was voided or given back."""


def kept() -> ColumnElement[Any]:
    """What the movements of a day add to what was collected, in rupiah."""
    return case((days.c.sort == "receipt", days.c.amount), else_=-days.c.amount)


def collected(session: Session, first: date, last: date) -> int:
    """Receipts less voids and refunds of a span of local dates, each on its own date, in rupiah."""
    query = select(func.coalesce(func.sum(kept()), 0))
    query = query.where(days.c.on.between(first, last), days.c.sort.in_(TAKEN))
    return int(session.connection().execute(query).scalar_one())


def by_month(session: Session, first: date, last: date) -> Mapping[str, int]:
    """The same for each calendar month (`2026-11`) in which cash moved."""
    query = select(days.c.on, kept()).where(days.c.on.between(first, last), days.c.sort.in_(TAKEN))
    found: Counter[str] = Counter()
    for on, rupiah in session.connection().execute(query):
        found[str(IuranMonth.of(on))] += int(rupiah)
    return found


def payers(session: Session, first: date, last: date) -> int:
    """People for whom was paid in a span of local dates, what is undone left out."""
    query = (
        select(func.count(distinct(ledger.c.worker_id)))
        .join(receipts, receipts.c.number == ledger.c.receipt)
        .where(receipts.c.on.between(first, last), standing())
    )
    return int(session.connection().execute(query).scalar_one())


def standing() -> ColumnElement[bool]:
    """Lines whose money was neither voided nor given back."""
    return ledger.c.undone.is_(None) | ledger.c.undone.not_in(GONE)


def payments(
    session: Session, first: date, last: date, early_until: int, late_until: int
) -> tuple[tuple[int, int, int], ...]:
    """The payments of a span of local dates: rupiah for months of membership up to `early_until`, rupiah for those up
    to `late_until`, and how many payments are alike in both. Lines that anybody asked to undo are left out.

    Months count from the first that is known here of the membership.
    """
    age = _months(ledger.c.month) - _months(func.coalesce(workers.c.first_month, ledger.c.month)) + 1
    early = func.sum(case((age <= early_until, ledger.c.amount), else_=0))
    late = func.sum(case((age.between(early_until + 1, late_until), ledger.c.amount), else_=0))
    each = (
        select(early.label("early"), late.label("late"))
        .select_from(receipts)
        .join(ledger, ledger.c.receipt == receipts.c.number)
        .join(workers, workers.c.worker_id == ledger.c.worker_id)
        .where(receipts.c.on.between(first, last), ledger.c.undone.is_(None))
        .group_by(receipts.c.step)
        .subquery()
    )
    query = select(each.c.early, each.c.late, func.count()).group_by(each.c.early, each.c.late)
    return tuple((int(one), int(two), count) for one, two, count in session.connection().execute(query))


def _months(month: Any) -> ColumnElement[int]:
    """A month such as `2026-11` as a number that grows by one with each month."""
    return cast(func.substr(month, 1, 4), Integer) * 12 + cast(func.substr(month, 6, 2), Integer)
