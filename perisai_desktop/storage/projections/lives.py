"""Writes and reads what changed in workers' lives, from which iuran month on, and with which month a membership ends."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlmodel import Session

from perisai_desktop.storage.projections.workers import workers
from perisai_desktop.storage.slices import slices
from perisai_desktop.storage.tables.delivery import EntryStatusRow
from perisai_desktop.storage.tables.projections import LifeChangeRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import STANDING_APART, ReviewState

changes = table_of(LifeChangeRow)
_statuses = table_of(EntryStatusRow)
_TERMS = ("income", "offer", "occupation")
_APART = tuple(sorted(verdict.value for verdict in STANDING_APART))


@dataclass(frozen=True, slots=True)
class Life:
    """What holds in a month beside what was enrolled; `ended_from` is the first month that is not owed."""

    terms: Mapping[str, Any]
    ended_from: IuranMonth | None


@dataclass(frozen=True, slots=True)
class LifeChange:
    """What is different from a month on; `ends`: that month is the first that is not owed."""

    from_month: IuranMonth
    terms: Mapping[str, Any]
    ends: bool


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


def changes_of(
    session: Session, worker_ids: Collection[str] | None = None
) -> Mapping[str, tuple[LifeChange, ...]]:
    """What changed in some workers' current membership, or in everybody's, in the order in which it was said.

    What was refused is left out, and what the branch keeps apart until a person decides on it.
    """
    taken = _statuses.c.verdict.is_(None) | _statuses.c.verdict.not_in(_APART)
    query = (
        select(changes)
        .join(workers, workers.c.worker_id == changes.c.worker_id)
        .outerjoin(_statuses, _statuses.c.entry_id == changes.c.entry_id)
        .where(
            changes.c.refused.is_(False),
            changes.c.step > func.coalesce(workers.c.enrolment_step, 0),
            taken | (_statuses.c.review == ReviewState.APPROVED.value),
        )
        .order_by(changes.c.step)
    )
    asked = [query]
    if worker_ids is not None:
        asked = [query.where(changes.c.worker_id.in_(some)) for some in slices(worker_ids)]
    found: dict[str, tuple[LifeChange, ...]] = {}
    for row in chain.from_iterable(session.connection().execute(one) for one in asked):
        terms = {name: row._mapping[name] for name in _TERMS if row._mapping[name] is not None}
        one = LifeChange(IuranMonth.parse(row.from_month), terms, ends=row.ended is not None)
        found[row.worker_id] = (*found.get(row.worker_id, ()), one)
    return found


def lives(session: Session, worker_ids: Collection[str], month: IuranMonth) -> Mapping[str, Life]:
    """What holds for some workers in a month, by worker; the later word over the earlier.

    Who lives as enrolled is left out.
    """
    return {worker_id: life_in(said, month) for worker_id, said in changes_of(session, worker_ids).items()}


def life_in(said: Sequence[LifeChange], month: IuranMonth) -> Life:
    """What holds in a month after everything that was said of a worker."""
    terms: dict[str, Any] = {}
    ended: IuranMonth | None = None
    for one in said:
        terms |= one.terms if one.from_month <= month else {}
        ended = one.from_month if one.ends else ended
    return Life(terms, ended)
