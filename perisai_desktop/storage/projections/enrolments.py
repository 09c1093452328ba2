"""Writes which enrolments were made on which local date, and counts those that the branch has not turned down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, insert, or_, select, text, update
from sqlmodel import Session

from perisai_desktop.storage.tables.delivery import TURNED_DOWN, EntryStatusRow
from perisai_desktop.storage.tables.projections import EnrolmentRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Offer
from sync.rules.states import ReviewState

enrolments = table_of(EnrolmentRow)
_status = table_of(EntryStatusRow)
_TURNED_DOWN = (ReviewState.REFUSED.value, ReviewState.DUPLICATE.value)
_FEW = f"entry_status.{TURNED_DOWN}"
_beginning = insert(enrolments)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Enrolments that stand: of new participants by offer, and of people whose membership had ended."""

    two_programmes: int = 0
    three_programmes: int = 0
    again: int = 0

    @property
    def new(self) -> int:
        """New participants."""
        return self.two_programmes + self.three_programmes

    def __add__(self, other: "Enrolled") -> "Enrolled":
        return Enrolled(
            self.two_programmes + other.two_programmes,
            self.three_programmes + other.three_programmes,
            self.again + other.again,
        )


def begin(session: Session, entry_id: str, worker_id: str, on: date, body: Mapping[str, Any]) -> None:
    """Write an enrolment down; `on` is the local date on which it was recorded."""
    row = {
        "entry_id": entry_id,
        "worker_id": worker_id,
        "on": on,
        "offer": body["offer"],
        "again": body.get("reenrolment_of") is not None,
    }
    session.connection().execute(_beginning, row)


def correct(session: Session, entry_id: str, changes: Mapping[str, Any]) -> None:
    """Put the offer that a correction names in place of what was enrolled."""
    if "offer" in changes:
        correcting = update(enrolments).where(enrolments.c.entry_id == entry_id)
        session.connection().execute(correcting.values(offer=changes["offer"]))


def standing(first: date, last: date) -> ColumnElement[bool]:
    """Enrolments of a span of local dates that the branch has not turned down; to be joined as `judged` does."""
    counts = or_(_status.c.review.is_(None), _status.c.review.not_in(_TURNED_DOWN))
    return and_(enrolments.c.on.between(first, last), counts)


def judged() -> Any:
    """Enrolments beside what the branch made of them."""
    return enrolments.outerjoin(_status, _status.c.entry_id == enrolments.c.entry_id)


def counted() -> tuple[ColumnElement[Any], ...]:
    """The three figures of `Enrolled`, in their order."""
    three = enrolments.c.offer == Offer.JKK_JKM_JHT.value
    new = enrolments.c.again.is_(False)
    kinds = (and_(new, ~three), and_(new, three), ~new)
    return tuple(func.count(case((kind, 1))) for kind in kinds)


def in_span(session: Session, first: date, last: date) -> Enrolled:
    """How many were enrolled in a span of local dates, both ends included."""
    query = select(*counted()).select_from(judged()).where(standing(first, last))
    return Enrolled(*session.connection().execute(query).one())


def by_month(session: Session, first: date, last: date) -> Mapping[str, Enrolled]:
    """The same for each calendar month (`2026-11`) in which somebody was enrolled.

    All are counted by their index alone; of them go the few that were turned down, which have one of their own.
    """
    alike = (enrolments.c.on, enrolments.c.again, enrolments.c.offer)
    made = select(*alike, func.count()).where(enrolments.c.on.between(first, last)).group_by(*alike)
    undone = made.where(enrolments.c.entry_id.in_(select(_status.c.entry_id).where(text(_FEW))))
    found: dict[str, Enrolled] = {}
    for query, sign in ((made, 1), (undone, -1)):
        for on, again, offer, count in session.connection().execute(query):
            month = str(IuranMonth.of(on))
            found[month] = found.get(month, Enrolled()) + _alike(again, offer, sign * count)
    return found


def _alike(again: bool, offer: str, count: int) -> Enrolled:
    """So many enrolments of one kind."""
    if again:
        return Enrolled(again=count)
    three = offer == Offer.JKK_JKM_JHT.value
    return Enrolled(three_programmes=count) if three else Enrolled(two_programmes=count)
