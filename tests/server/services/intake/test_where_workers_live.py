"""Where a worker lives is what was said last: by the enrolment, by corrections and by changes that count."""

from dataclasses import replace
from datetime import date

from tests.server.services.intake.test_changes import change
from tests.support.field_laptop import person
from tests.support.intake_house import IntakeHouse

PASURUAN, SUKABUMI, SEMARANG = "35.14.06.2008", "32.02.10.2001", "33.74.01.1002"


def district(house: IntakeHouse) -> list[str]:
    """Districts in which money was collected."""
    with house.store.reading() as tx:
        sums = tx.coverage.money(["agent-1"], date(2026, 1, 1), date(2026, 12, 31))
    return [one.district for one in sums]


def test_corrections_and_changes_move_a_worker_to_another_district(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    form = replace(person(1), village=PASURUAN)
    enrolled = laptop.enrol(form)
    field_house.verdicts(laptop)
    assert district(field_house) == ["35.14.06"]
    moved = replace(form, village=SUKABUMI)
    correction = laptop.correct(enrolled, form, moved)
    field_house.verdicts(laptop)
    assert district(field_house) == ["32.02.10"]
    another = replace(moved, nik=person(2).nik)
    correction = laptop.correct(enrolled, moved, another, base=correction.hash)
    field_house.verdicts(laptop)
    assert district(field_house) == ["32.02.10"]
    change(laptop, enrolled, correction.hash, before=another, village=SEMARANG)
    change(laptop, enrolled, before=another, village=PASURUAN)
    field_house.verdicts(laptop)
    assert district(field_house) == ["33.74.01"]


def test_a_correction_that_waited_moves_a_worker_too(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    form = replace(person(1), village=PASURUAN)
    enrolled = laptop.enrol(form)
    correction = laptop.correct(enrolled, form, replace(form, village=SUKABUMI))
    field_house.verdicts(laptop, laptop.packed(entries=[correction]))
    field_house.verdicts(laptop, laptop.packed(entries=enrolled.entries))
    assert district(field_house) == ["32.02.10"]
