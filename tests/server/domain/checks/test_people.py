"""Checks of who is enrolled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sync.rules.check_limits import CheckLimits
from sync.server.domain.checks.finding import Check, Finding
from sync.server.domain.checks.people import Person, check_person, traces_of
from tests.support.field_laptop import NINE

ON = date(2026, 11, 22)
BORN = date(1990, 8, 14)
VILLAGE, PHONE = "32.02.10.2006", "0812-0000-0001"


def somebody(
    number: int,
    name: str = "Siti Aminah",
    born: date | None = BORN,
    village: str | None = VILLAGE,
    phone: str | None = PHONE,
) -> Person:
    return Person(
        f"worker {number}",
        f"entry {number}",
        f"{number:016d}",
        born,
        traces_of(name, born, village, phone),
        NINE,
    )


def found(person: Person, *others: Person) -> tuple[Finding, ...]:
    return check_person(person, "agent", ON, others, CheckLimits())


@pytest.mark.parametrize(
    "other",
    [
        somebody(2, "St. Aminah", village=None, phone=None),
        somebody(2, "Siti Aminah", born=None, village=None),
        somebody(2, "Siti Aminah", born=date(1990, 8, 4), phone=None),
    ],
)
def test_the_same_person_under_another_nik_is_found(other: Person) -> None:
    assert found(somebody(1), other) == (Finding(Check.SAME_PERSON, "agent", ON, "entry 1", ("entry 2",), 1),)


@pytest.mark.parametrize(
    "other",
    [
        somebody(1, "Siti Aminah"),
        replace(somebody(2), nik=f"{1:016d}"),
        somebody(2, "Wati Lubis"),
        somebody(2, born=date(1979, 1, 2), phone=None),
        somebody(2, born=None, phone=None),
        somebody(2, born=date(1990, 8, 4), village="32.02.10.2007", phone=None),
    ],
)
def test_somebody_else_is_not(other: Person) -> None:
    assert found(somebody(1), other) == ()


def test_a_phone_of_more_than_three_workers_is_found_with_who_gave_it() -> None:
    names = ("Wati Lubis", "Joko Mote", "Eko Pratama")
    others = [somebody(number, name) for number, name in enumerate(names, start=2)]
    assert found(somebody(1), *others[:2]) == ()
    (phone,) = found(somebody(1), *others)
    assert (phone.check, phone.measure) == (Check.PHONE_OF_MANY, 4)
    assert phone.evidence == ("entry 2", "entry 3", "entry 4")
    assert found(somebody(1, phone=None), *others) == ()


@pytest.mark.parametrize(
    ("born", "left"),
    [(date(1961, 11, 23), 1), (date(1962, 5, 21), 180), (date(1962, 5, 22), None), (ON, None)],
)
def test_half_a_year_before_the_65th_birthday_is_near(born: date, left: int | None) -> None:
    measures = [one.measure for one in found(somebody(1, born=born)) if one.check is Check.AGE_NEAR_LIMIT]
    assert measures == ([] if left is None else [left])


def test_an_empty_form_leaves_no_trace() -> None:
    empty = traces_of("", None, None, "12")
    assert (empty.born, empty.lives, empty.phone) == (None, None, None)
    assert found(somebody(1, "", None, None, None), somebody(2, "", None, None, None)) == ()
