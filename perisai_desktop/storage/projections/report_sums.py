"""Adds up what was enrolled, paid and given back in a span of local dates, by day, village or programme."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, distinct, func, select
from sqlmodel import Session

from perisai_desktop.storage.projections import enrolments, takings
from perisai_desktop.storage.projections.cash import cash
from perisai_desktop.storage.projections.ledger import GONE, ledger, receipts
from perisai_desktop.storage.projections.workers import workers
from sync.rules.programmes import Offer, Programme

Sums = Mapping[str, int]
_BACK = ("void", "refund")


@dataclass(frozen=True, slots=True)
class PaidRecord:
    """One worker on one receipt and iuran month; rupiah by programme, `undone` as in the ledger (empty: stands)."""

    on: date
    receipt: str
    name: str
    nik: str
    kpj: str
    village: str
    month: str
    rupiah: Mapping[str, int]
    undone: str


def begun_on(session: Session) -> date | None:
    """The first local date on which somebody was enrolled or cash moved."""
    link = session.connection()
    enrolled: date | None = link.execute(select(func.min(enrolments.enrolments.c.on))).scalar()
    moved: date | None = link.execute(select(func.min(cash.c.on))).scalar()
    return min((day for day in (enrolled, moved) if day is not None), default=None)


def cash_by_day(session: Session, first: date, last: date) -> Mapping[str, Sums]:
    """Rupiah of receipts (`received`) and of voids and refunds (`given_back`) by local date."""
    query = select(cash.c.sort, cash.c.on, func.sum(cash.c.amount))
    query = query.where(cash.c.on.between(first, last), cash.c.sort.in_(takings.TAKEN))
    received: Counter[str] = Counter()
    given_back: Counter[str] = Counter()
    for sort, on, rupiah in session.connection().execute(query.group_by(cash.c.sort, cash.c.on)):
        (received if sort == "receipt" else given_back)[on.isoformat()] += int(rupiah)
    return {"received": received, "given_back": given_back}


def enrolled_by_day(session: Session, first: date, last: date) -> Sums:
    """New participants by local date."""
    table = enrolments.enrolments
    query = select(table.c.on, *enrolments.counted()).select_from(enrolments.judged())
    query = query.where(enrolments.standing(first, last)).group_by(table.c.on)
    return {on.isoformat(): two + three for on, two, three, _ in session.connection().execute(query)}


def enrolled_by_offer(session: Session, first: date, last: date) -> Sums:
    """New participants by offer."""
    new = enrolments.in_span(session, first, last)
    return {Offer.JKK_JKM.value: new.two_programmes, Offer.JKK_JKM_JHT.value: new.three_programmes}


def enrolled_by_village(session: Session, first: date, last: date) -> Sums:
    """New participants by the code of their village, empty where it is not known."""
    table = enrolments.enrolments
    beside = enrolments.judged().join(workers, workers.c.worker_id == table.c.worker_id)
    query = select(workers.c.village, *enrolments.counted()).select_from(beside)
    query = query.where(enrolments.standing(first, last)).group_by(workers.c.village)
    return {code: two + three for code, two, three, _ in session.connection().execute(query)}


def payers_by_day(session: Session, first: date, last: date) -> Sums:
    """People who paid, by local date; somebody who paid on two days counts on both."""
    query = select(receipts.c.on, func.count(distinct(ledger.c.worker_id)))
    query = query.join(ledger, ledger.c.receipt == receipts.c.number)
    query = query.where(receipts.c.on.between(first, last), takings.standing()).group_by(receipts.c.on)
    return {on.isoformat(): count for on, count in session.connection().execute(query)}


def payers_by_month(session: Session, first: date, last: date) -> Sums:
    """People who paid, by calendar month."""
    month = func.strftime("%Y-%m", receipts.c.on)
    query = select(month, func.count(distinct(ledger.c.worker_id)))
    query = query.join(ledger, ledger.c.receipt == receipts.c.number)
    query = query.where(receipts.c.on.between(first, last), takings.standing()).group_by(month)
    return {row[0]: row[1] for row in session.connection().execute(query)}


def lines_by(session: Session, first: date, last: date, key: ColumnElement[Any]) -> Mapping[str, Sums]:
    """By a column of ledger or worker: rupiah `received` on receipts of the span, `given_back` in the span, and `payers`."""
    link = session.connection()
    people = case((takings.standing(), ledger.c.worker_id))
    paid = (
        select(key, func.sum(ledger.c.amount), func.count(distinct(people)))
        .select_from(receipts)
        .join(ledger, ledger.c.receipt == receipts.c.number)
        .join(workers, workers.c.worker_id == ledger.c.worker_id)
        .where(receipts.c.on.between(first, last))
        .group_by(key)
    )
    back = (
        select(key, func.sum(ledger.c.amount))
        .select_from(cash)
        .join(ledger, ledger.c.undone_by == cash.c.entry_id)
        .join(workers, workers.c.worker_id == ledger.c.worker_id)
        .where(cash.c.on.between(first, last), cash.c.sort.in_(_BACK), ledger.c.undone.in_(GONE))
        .group_by(key)
    )
    found = link.execute(paid).all()
    return {
        "received": {name: int(rupiah) for name, rupiah, _ in found},
        "payers": {name: count for name, _, count in found},
        "given_back": {name: int(rupiah) for name, rupiah in link.execute(back)},
    }


def by_village(session: Session, first: date, last: date) -> Mapping[str, Sums]:
    """The sums of `lines_by` for the codes of villages, empty where one is not known."""
    return lines_by(session, first, last, workers.c.village)


def by_programme(session: Session, first: date, last: date) -> Mapping[str, Sums]:
    """The sums of `lines_by` for programmes."""
    return lines_by(session, first, last, ledger.c.programme)


def cash_before(session: Session, day: date) -> tuple[tuple[str, int, int], ...]:
    """Sort, count and rupiah of the movements before a local date."""
    return _moved(session, cash.c.on < day)


def cash_within(session: Session, first: date, last: date) -> tuple[tuple[str, int, int], ...]:
    """The same of the movements in a span of dates."""
    return _moved(session, cash.c.on.between(first, last))


def _moved(session: Session, when: ColumnElement[bool]) -> tuple[tuple[str, int, int], ...]:
    query = select(cash.c.sort, func.count(), func.sum(cash.c.amount)).where(when).group_by(cash.c.sort)
    return tuple((sort, count, int(rupiah)) for sort, count, rupiah in session.connection().execute(query))


def paid_count(session: Session, first: date, last: date) -> int:
    """How many receipts were issued in a span of dates."""
    query = select(func.count()).select_from(receipts).where(receipts.c.on.between(first, last))
    return int(session.connection().execute(query).scalar_one())


def paid(session: Session, first: date, last: date) -> Iterator[PaidRecord]:
    """Every payment on receipts of a span of dates, in their order; read as it is asked for."""
    amounts = [
        func.sum(case((ledger.c.programme == one.value, ledger.c.amount), else_=0)) for one in Programme
    ]
    facts = (workers.c.name, workers.c.nik, workers.c.kpj, workers.c.village)
    query = (
        select(receipts.c.on, receipts.c.number, *facts, ledger.c.month, ledger.c.undone, *amounts)
        .select_from(receipts)
        .join(ledger, ledger.c.receipt == receipts.c.number)
        .join(workers, workers.c.worker_id == ledger.c.worker_id)
        .where(receipts.c.on.between(first, last))
        .group_by(receipts.c.step, ledger.c.entry_id, ledger.c.worker_id, ledger.c.month, ledger.c.undone)
        .order_by(receipts.c.step)
    )
    rows = session.connection().execution_options(yield_per=500).execute(query)
    for on, number, name, nik, kpj, village, month, undone, *rupiah in rows:
        sums = {one.value: int(amount) for one, amount in zip(Programme, rupiah, strict=True)}
        yield PaidRecord(on, number, name, nik, kpj or "", village, month, sums, undone or "")
