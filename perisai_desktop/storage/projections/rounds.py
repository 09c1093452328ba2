"""Reads who owes what next, village by village, and what was paid on a day: the collection round."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Select, case, column, func, select, table, text, tuple_
from sqlmodel import Session

from perisai_desktop.storage.projections.dues import dues
from perisai_desktop.storage.projections.ledger import ledger, receipts
from perisai_desktop.storage.projections.words import match_query, prefixes
from perisai_desktop.storage.projections.workers import workers
from perisai_desktop.storage.tables.journal import JournalRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.iuran_month import IuranMonth

_index = table("worker_search", column("rowid"))
_journal = table_of(JournalRow)
_ORDER = (workers.c.village, dues.c.due_on, workers.c.name_key, workers.c.id)


Told: TypeAlias = tuple[int | None, str, str, str]
"""Income, offer, occupation and payer of an enrolment; without an income nothing is known of its terms here."""


@dataclass(frozen=True, slots=True)
class DueRecord:
    """Somebody whose next unpaid month is `month`, and what its price follows from."""

    worker_id: str
    name: str = field(repr=False)
    nik: str = field(repr=False)
    village: str
    month: str
    due_on: date
    first_month: str | None
    told: Told


@dataclass(frozen=True, slots=True)
class DueRecords:
    """Some people in the order of the round; `following` goes on behind the last and is None at the end."""

    rows: tuple[DueRecord, ...]
    following: str | None


def find(
    session: Session,
    typed: str,
    *,
    until_day: date | None,
    paid_on: date,
    limit: int,
    after: str | None,
) -> DueRecords:
    """A page of who has a month falling due up to `until_day`, or at any time, by village, day and name.

    Who paid on `paid_on` stays in the list, whatever falls due next. `typed` narrows as the search for workers does.
    """
    query = _people().order_by(*_ORDER).limit(limit + 1)
    if until_day is not None:
        payers = _payments(paid_on).with_only_columns(ledger.c.worker_id)
        query = query.where((dues.c.due_on <= until_day) | workers.c.worker_id.in_(payers))
    wanted = prefixes(typed)
    if wanted:
        hits = select(_index.c.rowid).where(text("worker_search MATCH :match"))
        query = query.where(workers.c.id.in_(hits)).params(match=match_query(wanted))
    if after is not None:
        village, due_on, name, last = json.loads(after)
        place = (village, date.fromisoformat(due_on), name, last)
        query = query.where(tuple_(*_ORDER) > place)
    found = session.connection().execute(query).all()
    rows = tuple(_record(row) for row in found[:limit])
    return DueRecords(rows, _place(found[limit - 1]) if len(found) > limit else None)


def owing(
    session: Session, until_day: date, new_until: IuranMonth | None, apart: Collection[str]
) -> Sequence[Any]:
    """How many people, village, next unpaid month, first month and the four of `Told`: everybody with a month falling due.

    Who is alike in all of them is counted together; those in `apart` stand by themselves, and their rows begin with the
    worker, which is empty for all others. In no order. The first month is told where the next one is not behind
    `new_until`, else None.
    """
    first = case((dues.c.month <= str(new_until or ""), workers.c.first_month))
    single = case((workers.c.worker_id.in_(apart), workers.c.worker_id), else_="")
    facts = (workers.c.income, workers.c.offer, workers.c.occupation, workers.c.payer)
    alike = (single, workers.c.village, dues.c.month, first, *facts)
    query = (
        select(*alike, func.count())
        .join(dues, dues.c.worker_id == workers.c.worker_id)
        .where(dues.c.due_on <= until_day)
        .group_by(*alike)
    )
    return session.connection().execute(query).all()


def count(session: Session, until_day: date | None) -> int:
    """How many people have a month falling due up to a day, or at any time."""
    query = select(func.count()).select_from(dues)
    query = query if until_day is None else query.where(dues.c.due_on <= until_day)
    return int(session.connection().execute(query).scalar_one())


def one(session: Session, worker_id: str) -> DueRecord | None:
    """One person of the round; None where nothing will fall due."""
    row = session.connection().execute(_people().where(workers.c.worker_id == worker_id)).one_or_none()
    return None if row is None else _record(row)


def paid_on(session: Session, on: date) -> Mapping[str, tuple[str, int]]:
    """Village and rupiah by worker of what was paid on a local date and not undone, enrolments left aside."""
    found = session.connection().execute(_payments(on))
    return {row.worker_id: (row.village, int(row.paid)) for row in found}


def _people() -> Select[Any]:
    return select(
        workers.c.id,
        workers.c.worker_id,
        workers.c.name,
        workers.c.name_key,
        workers.c.nik,
        workers.c.village,
        workers.c.first_month,
        workers.c.income,
        workers.c.offer,
        workers.c.occupation,
        workers.c.payer,
        dues.c.month,
        dues.c.due_on,
    ).join(dues, dues.c.worker_id == workers.c.worker_id)


def _payments(on: date) -> Select[Any]:
    enrolling = select(_journal.c.action_id).where(_journal.c.entry_id == workers.c.enrolment_id)
    return (
        select(ledger.c.worker_id, workers.c.village, func.sum(ledger.c.amount).label("paid"))
        .join(receipts, receipts.c.number == ledger.c.receipt)
        .join(workers, workers.c.worker_id == ledger.c.worker_id)
        .where(
            receipts.c.on == on,
            ledger.c.undone.is_(None),
            ledger.c.action_id.is_distinct_from(enrolling.scalar_subquery()),
        )
        .group_by(ledger.c.worker_id)
    )


def _place(row: Any) -> str:
    return json.dumps([row.village, row.due_on.isoformat(), row.name_key, row.id])


def _record(row: Any) -> DueRecord:
    return DueRecord(
        worker_id=row.worker_id,
        name=row.name,
        nik=row.nik,
        village=row.village,
        month=row.month,
        due_on=row.due_on,
        first_month=row.first_month,
        told=(row.income, row.offer, row.occupation, row.payer),
    )
