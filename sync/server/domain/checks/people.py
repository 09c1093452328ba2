"""Checks of who is enrolled: near the age limit, known under another NIK, a phone that many give."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from sync.rules.check_limits import CheckLimits
from sync.rules.dates import birthday
from sync.rules.enrolment import RETIREMENT_AGE
from sync.rules.phones import normal_phone
from sync.server.domain.checks.finding import Check, Finding, shown
from sync.server.domain.checks.likeness import dates_close, likeness_of, names_alike, skeleton_of


@dataclass(frozen=True, slots=True)
class Traces:
    """What two records of one person share: keys that are looked up, each None where the form does not tell.

    `born` joins the birth date and the sound of the name's beginning, `lives` the village and the same.
    """

    likeness: str = field(repr=False)
    born: str | None = field(repr=False)
    lives: str | None = field(repr=False)
    phone: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody enrolled, as far as the checks ask: `at` is when the enrolment was recorded."""

    worker_id: str
    entry_id: str
    nik: str = field(repr=False)
    born: date | None = field(repr=False)
    traces: Traces
    at: datetime


def traces_of(name: str, born: date | None, village: str | None, phone: str | None) -> Traces:
    """The traces of a person in a form; what is empty leaves none."""
    likeness = likeness_of(name)
    skeleton = skeleton_of(likeness)
    return Traces(
        likeness=likeness,
        born=f"{born.isoformat()} {skeleton}" if born and skeleton else None,
        lives=f"{village} {skeleton}" if village and skeleton else None,
        phone=normal_phone(phone or ""),
    )


def check_person(
    person: Person, agent_id: str, on: date, others: Iterable[Person], limits: CheckLimits
) -> tuple[Finding, ...]:
    """What is unusual about an enrolment on its local date; `others` share a trace with the person."""
    rest = [other for other in others if other.worker_id != person.worker_id]
    found: list[Finding] = []
    alike = [other for other in rest if _may_be(person, other)]
    if alike:
        evidence = shown(other.entry_id for other in alike)
        found.append(Finding(Check.SAME_PERSON, agent_id, on, person.entry_id, evidence, len(alike)))
    left = _days_left(person.born, on)
    if left is not None and 0 < left <= limits.age_near_days:
        found.append(Finding(Check.AGE_NEAR_LIMIT, agent_id, on, person.entry_id, (), left))
    with_phone = _with_phone(person, rest)
    workers = len({other.worker_id for other in with_phone}) + 1
    if workers > limits.phone_workers:
        evidence = shown(other.entry_id for other in with_phone)
        found.append(Finding(Check.PHONE_OF_MANY, agent_id, on, person.entry_id, evidence, workers))
    return tuple(found)


def _may_be(person: Person, other: Person) -> bool:
    """Two records with names alike and the same birth date or phone, or of one village with birth dates close.

    Names are compared last: a village's people of one beginning are many, and comparing their names takes longest.
    """
    if person.nik == other.nik or not (_same_birth_or_phone(person, other) or _near(person, other)):
        return False
    return names_alike(person.traces.likeness, other.traces.likeness)


def _same_birth_or_phone(person: Person, other: Person) -> bool:
    born, phone = person.born, person.traces.phone
    return (born is not None and born == other.born) or (phone is not None and phone == other.traces.phone)


def _near(person: Person, other: Person) -> bool:
    lives = person.traces.lives
    if lives is None or lives != other.traces.lives or person.born is None or other.born is None:
        return False
    return dates_close(person.born, other.born)


def _with_phone(person: Person, others: Collection[Person]) -> list[Person]:
    phone = person.traces.phone
    return [] if phone is None else [other for other in others if other.traces.phone == phone]


def _days_left(born: date | None, on: date) -> int | None:
    return None if born is None else (birthday(born, RETIREMENT_AGE) - on).days
