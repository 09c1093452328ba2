"""Writes and reads what changed in workers' lives, from which iuran month on, and with which month a membership ends."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlmodel import Session

from perisai_desktop.storage.projections.workers import workers
from perisai_desktop.storage.tables.projections import LifeChangeRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.iuran_month import IuranMonth

changes = table_of(LifeChangeRow)
_TERMS = ("income", "offer", "occupation")


@dataclass(frozen=True, slots=True)
class Life:
    """What holds in a month beside what was enrolled; `ended_from` is the first month that is not owed."""

    terms: Mapping[str, Any]
    ended_from: IuranMonth | None


def change(session: Session, entry_id: str, worker_id: str, step: int, body: Mapping[str, Any]) -> None:
    """Write a change down; until it is refused it holds from its month on."""
    row = {
        "entry_id": entry_id,
        "worker_id": worker_id,
        "step": step,
        "from_month": body["from_month"],
        **{name: body.get(name) for name in _TERMS},
        "ended": body["end"]["cause"] if "end" in body else None,
        "refused": False,
    }
    session.connection().execute(insert(changes), [row])


def decide(session: Session, entry_id: str, *, refused: bool) -> None:
    """Follow the decision on a change."""
    session.connection().execute(
        update(changes).where(changes.c.entry_id == entry_id).values(refused=refused)
    )


def lives(session: Session, worker_ids: Collection[str], month: IuranMonth) -> Mapping[str, Life]:
    """What holds for some workers in a month, by worker; of the current membership, the later word over the earlier.

    Who lives as enrolled is left out.
    """
    query = (
        select(changes)
        .join(workers, workers.c.worker_id == changes.c.worker_id)
        .where(
            changes.c.worker_id.in_(worker_ids),
            changes.c.refused.is_(False),
            changes.c.step > func.coalesce(workers.c.enrolment_step, 0),
        )
        .order_by(changes.c.step)
    )
    found: dict[str, Life] = {}
    for row in session.connection().execute(query):
        before = found.get(row.worker_id, Life({}, None))
        begun = row.from_month <= str(month)
        terms = {name: row._mapping[name] for name in _TERMS if row._mapping[name] is not None and begun}
        ended = before.ended_from if row.ended is None else IuranMonth.parse(row.from_month)
        found[row.worker_id] = Life({**before.terms, **terms}, ended)
    return found
