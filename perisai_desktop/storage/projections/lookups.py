"""Looks many people up at once: workers by id and NIK, by phone, by birth date and name."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from perisai_desktop.storage.projections.nik_marks import mark_of
from perisai_desktop.storage.projections.search import WorkerRecord, records
from perisai_desktop.storage.projections.workers import workers
from perisai_desktop.storage.slices import slices


def by_niks(session: Session, niks: Collection[str]) -> Mapping[str, WorkerRecord]:
    """The workers of some NIKs (16 digits), also those whose cards were purged."""
    here = {found.nik: found for some in slices(niks) for found in records(session, workers.c.nik.in_(some))}
    marks = {mark_of(session, nik): nik for nik in niks if nik not in here} if _purged(session) else {}
    for some in slices(marks):
        query = select(workers.c.id, workers.c.nik_mark).where(workers.c.nik_mark.in_(some))
        told = {row.id: marks[row.nik_mark] for row in session.connection().execute(query)}
        for found in records(session, workers.c.id.in_(told)):
            here[told[found.id]] = replace(found, nik=told[found.id])
    return here


def by_ids(session: Session, worker_ids: Collection[str]) -> Mapping[str, WorkerRecord]:
    """Some workers by id."""
    return {
        found.worker_id: found
        for some in slices(worker_ids)
        for found in records(session, workers.c.worker_id.in_(some))
    }


def by_phones(session: Session, phones: Collection[str]) -> Mapping[str, frozenset[str]]:
    """The ids of the workers with some phone numbers (`08…`)."""
    found: dict[str, set[str]] = {}
    for some in slices(phones):
        query = select(workers.c.phone, workers.c.worker_id).where(workers.c.phone.in_(some))
        for row in session.connection().execute(query):
            found.setdefault(row.phone, set()).add(row.worker_id)
    return {phone: frozenset(ids) for phone, ids in found.items()}


def by_people(
    session: Session, people: Collection[tuple[date, str]]
) -> Mapping[tuple[date, str], frozenset[str]]:
    """The NIKs of the workers with some birth dates and name keys."""
    wanted = frozenset(people)
    found: dict[tuple[date, str], set[str]] = {}
    for some in slices({born for born, _ in wanted}):
        query = select(workers.c.birth_on, workers.c.name_key, workers.c.nik).where(
            workers.c.birth_on.in_(some)
        )
        for row in session.connection().execute(query):
            if (row.birth_on, row.name_key) in wanted:
                found.setdefault((row.birth_on, row.name_key), set()).add(row.nik)
    return {person: frozenset(niks) for person, niks in found.items()}


def _purged(session: Session) -> bool:
    """Whether anybody's card was purged here."""
    query = select(workers.c.id).where(workers.c.nik_mark.is_not(None)).limit(1)
    return session.connection().execute(query).scalar() is not None
