"""Finds workers as somebody types, and pages through all of them by name."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, column, func, literal, or_, select, table, text
from sqlalchemy.engine import Row
from sqlmodel import Session

from perisai_desktop.storage.projections.dues import dues
from perisai_desktop.storage.projections.lives import lives
from perisai_desktop.storage.projections.nik_marks import mark_of
from perisai_desktop.storage.projections.standing import Standing
from perisai_desktop.storage.projections.words import match_query, prefixes
from perisai_desktop.storage.projections.workers import workers
from sync.rules.iuran_month import IuranMonth

FEW = 3_000
_index = table("worker_search", column("rowid"))


@dataclass(frozen=True, slots=True)
class WorkerRecord:
    """A worker as the projection holds it; `village` is the code of the village, `handed_to` the number of another agent, `turned_away` whether the branch refused the enrolment or called it a duplicate.

    `told`: known from the agent's own list alone.

    `payer_step`: the newest contribution in which somebody paid for the worker as one of a kelompok.

    `ended_from`: the first month that is not owed, known only of who was read `in_month`.
    """

    id: int
    worker_id: str
    name: str = field(repr=False)
    nik: str = field(repr=False)
    birth_on: date | None = field(repr=False)
    phone: str = field(repr=False)
    village: str
    occupation: str
    income: int | None
    offer: str
    payer: str
    kpj: str | None
    first_month: IuranMonth | None
    paid_until: IuranMonth | None
    enrolment_id: str | None
    enrolled_at: datetime | None
    standing: Standing
    handed_to: str | None = None
    told: bool = False
    turned_away: str | None = None
    payer_step: int | None = None
    ended_from: IuranMonth | None = None


@dataclass(frozen=True, slots=True)
class FoundPage:
    """Some workers; `following` continues behind the last one and is None at the end."""

    rows: tuple[WorkerRecord, ...]
    following: str | None


def find(
    session: Session,
    typed: str,
    *,
    standing: Standing | None = None,
    overdue_on: date | None = None,
    limit: int = 50,
    after: str | None = None,
) -> FoundPage:
    """A page of workers: with something typed the newest first, with nothing typed by name.

    `standing` keeps those that stand so, `overdue_on` those with a month overdue on a local date. The limit
    is taken before anything is sorted, so that one letter costs no more than a whole name.
    """
    wanted = prefixes(typed)
    if not wanted:
        query = _by_name(after)
    elif standing is not None and _few(session, standing):
        query = _among_few(wanted, after)
    else:
        query = _by_words(wanted, after)
    if standing is not None:
        query = query.where(workers.c.standing == standing.value)
    if overdue_on is not None:
        overdue = select(dues.c.worker_id).where(dues.c.due_on < overdue_on)
        query = query.where(workers.c.worker_id.in_(overdue))
    found = session.connection().execute(query.limit(limit + 1)).all()
    page = tuple(_record(row) for row in found[:limit])
    if len(found) <= limit:
        return FoundPage(page, None)
    return FoundPage(page, _place(found[limit - 1], by_name=not wanted))


def listing(session: Session, *, standing: Standing | None = None) -> tuple[int, ...]:
    """The ids of all workers in the order of their names; rows are then read on demand with `page`."""
    query = select(workers.c.id).order_by(workers.c.name_key, workers.c.id)
    if standing is not None:
        query = query.where(workers.c.standing == standing.value)
    return tuple(session.connection().execute(query).scalars())


def page(session: Session, ids: tuple[int, ...]) -> tuple[WorkerRecord, ...]:
    """The workers of some ids, in the order of the ids."""
    rows = session.connection().execute(select(workers).where(workers.c.id.in_(ids)))
    found = {row.id: _record(row) for row in rows}
    return tuple(found[one] for one in ids if one in found)


def counts(session: Session, overdue_on: date) -> Mapping[str, int]:
    """How many workers stand how; beside the standings `all`, and `overdue` on a local date."""
    link = session.connection()
    query = select(workers.c.standing, func.count()).group_by(workers.c.standing)
    found = {standing.value: 0 for standing in Standing}
    found |= {standing: int(count) for standing, count in link.execute(query)}
    overdue = select(func.count()).select_from(dues).where(dues.c.due_on < overdue_on)
    return {**found, "all": sum(found.values()), "overdue": int(link.execute(overdue).scalar_one())}


def in_month(session: Session, found: Sequence[WorkerRecord], month: IuranMonth) -> tuple[WorkerRecord, ...]:
    """Workers as they live in a month: changes that hold by then in place of what was enrolled."""
    living = lives(session, [worker.worker_id for worker in found], month)
    return tuple(
        worker if life is None else replace(worker, **life.terms, ended_from=life.ended_from)
        for worker in found
        for life in (living.get(worker.worker_id),)
    )


def card(session: Session, worker_id: str) -> WorkerRecord | None:
    """One worker by id."""
    return _one(session, workers.c.worker_id == worker_id)


def names(session: Session, worker_ids: Collection[str]) -> Mapping[str, str]:
    """The names of some workers, by id."""
    query = select(workers.c.worker_id, workers.c.name).where(workers.c.worker_id.in_(worker_ids))
    return {row.worker_id: row.name for row in session.connection().execute(query)}


def by_nik(session: Session, nik: str) -> WorkerRecord | None:
    """The worker with a NIK (16 digits), also one whose card was purged."""
    found = _one(session, workers.c.nik == nik)
    if found is None:
        found = _one(session, workers.c.nik_mark == mark_of(session, nik))
    return None if found is None else replace(found, nik=nik)


def records(session: Session, which: Any) -> tuple[WorkerRecord, ...]:
    """The workers that a condition on their table finds."""
    return tuple(_record(row) for row in session.connection().execute(select(workers).where(which)))


def phone_known(session: Session, phone: str, *, besides: str | None = None) -> bool:
    """Whether a phone number (`08…`) is that of another worker; `besides` is left out."""
    query = select(workers.c.worker_id).where(
        workers.c.phone == phone, workers.c.worker_id != (besides or "")
    )
    return bool(phone) and session.connection().execute(query.limit(1)).scalar() is not None


def likely(session: Session, birth_on: date, name_key: str, nik: str) -> bool:
    """Whether a worker under another NIK has the same birth date and the same name, letters only."""
    query = select(workers.c.worker_id).where(
        workers.c.birth_on == birth_on, workers.c.name_key == name_key, workers.c.nik != nik
    )
    return session.connection().execute(query.limit(1)).scalar() is not None


def alike(
    session: Session, *, nik: str, phone: str, birth_on: date | None, key: str, limit: int
) -> tuple[WorkerRecord, ...]:
    """The newest workers with a NIK, a phone, or a birth date and name (letters only); what is empty finds nobody."""
    same_person = and_(workers.c.birth_on == birth_on, workers.c.name_key == key)
    which = or_(
        and_(workers.c.nik == nik, literal(nik) != ""),
        and_(workers.c.phone == phone, literal(phone) != ""),
        and_(same_person, literal(key) != ""),
    )
    query = select(workers).where(which).order_by(workers.c.id.desc()).limit(limit)
    return tuple(_record(row) for row in session.connection().execute(query))


def _one(session: Session, which: Any) -> WorkerRecord | None:
    row = session.connection().execute(select(workers).where(which).limit(1)).one_or_none()
    return None if row is None else _record(row)


def _few(session: Session, standing: Standing) -> bool:
    """Whether so few workers stand so that reading them costs less than the index of words."""
    some = select(workers.c.id).where(workers.c.standing == standing.value).limit(FEW + 1).subquery()
    return session.connection().execute(select(func.count()).select_from(some)).scalar_one() <= FEW


def _among_few(wanted: Sequence[str], after: str | None) -> Select[Any]:
    """The same rows as the index gives, found by reading each: for a standing that few workers have."""
    text_of = literal(" ") + workers.c.words + " " + workers.c.nik + " " + workers.c.phone
    query = select(workers).order_by(workers.c.id.desc())
    for word in wanted:
        query = query.where(text_of.like(f"% {word}%"))
    return query if after is None else query.where(workers.c.id < int(after))


def _by_words(wanted: Sequence[str], after: str | None) -> Select[Any]:
    """Rows of the index from the newest on, joined to their workers one by one."""
    query = (
        select(workers)
        .select_from(_index.join(workers, workers.c.id == _index.c.rowid))
        .where(text("worker_search MATCH :match").bindparams(match=match_query(wanted)))
        .order_by(_index.c.rowid.desc())
    )
    return query if after is None else query.where(_index.c.rowid < int(after))


def _by_name(after: str | None) -> Select[Any]:
    query = select(workers).order_by(workers.c.name_key, workers.c.id)
    if after is None:
        return query
    name, last = json.loads(after)
    behind = or_(workers.c.name_key > name, workers.c.id > last)
    return query.where(and_(workers.c.name_key >= name, behind))


def _place(row: Row[Any], *, by_name: bool) -> str:
    return json.dumps([row.name_key, row.id]) if by_name else str(row.id)


def _record(row: Row[Any]) -> WorkerRecord:
    return WorkerRecord(
        id=row.id,
        worker_id=row.worker_id,
        name=row.name,
        nik=row.nik,
        birth_on=row.birth_on,
        phone=row.phone,
        village=row.village,
        occupation=row.occupation,
        income=row.income,
        offer=row.offer,
        payer=row.payer,
        kpj=row.kpj,
        first_month=None if row.first_month is None else IuranMonth.parse(row.first_month),
        paid_until=None if row.paid_until is None else IuranMonth.parse(row.paid_until),
        enrolment_id=row.enrolment_id,
        enrolled_at=row.enrolled_at,
        standing=Standing(row.standing),
        handed_to=row.handed_to,
        told=row.told,
        turned_away=row.turned_away,
        payer_step=row.payer_step,
    )
