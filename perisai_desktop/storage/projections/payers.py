"""Reads who pays for whom: the kelompok that the contributions of this laptop tell of, and the people of one."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import and_, case, func, select
from sqlmodel import Session

from perisai_desktop.storage.projections.dues import dues
from perisai_desktop.storage.projections.ledger import ledger
from perisai_desktop.storage.projections.search import WorkerRecord, records
from perisai_desktop.storage.projections.workers import workers
from perisai_desktop.storage.slices import slices
from perisai_desktop.storage.tables.journal import JournalRow, PersonalPartRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.iuran_month import IuranMonth

_journal = table_of(JournalRow)
_parts = table_of(PersonalPartRow)
_served = workers.c.handed_to.is_(None)


def owing(session: Session, new_until: IuranMonth | None, apart: Collection[str]) -> Sequence[Any]:
    """Worker, step of the payer's contribution, village, next unpaid month (None where none falls due), first month, the
    four of `rounds.Told`, and how many people: everybody of a kelompok who is served here.

    Who is alike in all of them is counted together; those in `apart` stand by themselves, and of all others the worker is
    empty. In no order. The first month is told where the next one is not behind `new_until`, else None.
    """
    first = case((dues.c.month <= str(new_until or ""), workers.c.first_month))
    single = case((workers.c.worker_id.in_(apart), workers.c.worker_id), else_="")
    facts = (workers.c.income, workers.c.offer, workers.c.occupation, workers.c.payer)
    alike = (single, workers.c.payer_step, workers.c.village, dues.c.month, first, *facts)
    query = (
        select(*alike, func.count())
        .outerjoin(dues, dues.c.worker_id == workers.c.worker_id)
        .where(workers.c.payer_step.is_not(None), _served)
        .group_by(*alike)
    )
    return session.connection().execute(query).all()


def names(session: Session, steps: Iterable[int]) -> Mapping[int, str]:
    """Who paid in some contributions that name it, by their steps; one whose personal part was purged is left out."""
    found: dict[int, str] = {}
    for some in slices(set(steps)):
        query = select(_parts.c.step, _parts.c.raw).where(_parts.c.step.in_(some))
        rows = session.connection().execute(query).all()
        found.update({step: json.loads(raw)["payer_name"] for step, raw in rows})
    return found


def people(session: Session, steps: Iterable[int]) -> tuple[WorkerRecord, ...]:
    """Everybody served here for whom was paid last in one of some contributions, by name."""
    found = [
        worker
        for some in slices(set(steps))
        for worker in records(session, and_(workers.c.payer_step.in_(some), _served))
    ]
    return tuple(sorted(found, key=lambda worker: (worker.name.casefold(), worker.id)))


def newest_round(session: Session, steps: Iterable[int]) -> tuple[int, IuranMonth] | None:
    """The newest of some contributions that no enrolment came with and nobody asked to undo, with the first month that it
    pays for."""
    beside = _journal.alias()
    enrolling = select(beside.c.step).where(
        beside.c.action_id == _journal.c.action_id, beside.c.kind == "enrolment"
    )
    query = (
        select(_journal.c.step, func.min(ledger.c.month).label("month"))
        .join(ledger, ledger.c.entry_id == _journal.c.entry_id)
        .where(_journal.c.step.in_(list(steps)), ledger.c.undone.is_(None), ~enrolling.exists())
        .group_by(_journal.c.step)
        .order_by(_journal.c.step.desc())
        .limit(1)
    )
    row = session.connection().execute(query).one_or_none()
    return None if row is None else (row.step, IuranMonth.parse(row.month))
