"""What the checks make of a batch: records that a person sees, findings with evidence, and books that stay true."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import VerdictKind
from tests.support.farmer_prices import lines_since
from tests.support.field_laptop import NINE, Enrolled, fresh_id, person
from tests.support.intake_house import IntakeHouse

DAY = date(2026, 11, 22)


def flags(house: IntakeHouse, enrolled: Enrolled) -> list[str]:
    """What the reviewer is shown of an enrolment."""
    with house.store.reading() as tx:
        return list(json.loads(tx.reviews.reviews([enrolled.entry_id])[enrolled.entry_id].flags))


def findings(house: IntakeHouse, *enrolled: Enrolled) -> dict[str, tuple[str, list[str]]]:
    """What was found about enrolments: which entry, and the evidence, by check."""
    with house.store.reading() as tx:
        found = tx.checks.about([one.entry_id for one in enrolled])
    return {one.check_code: (one.entry_id, json.loads(one.evidence)) for one in found}


def twin(number: int, of: EnrolmentForm) -> EnrolmentForm:
    """Somebody with another NIK who gives the name, birth date and phone of somebody else."""
    return replace(person(number), name=of.name.upper(), phone=of.phone)


def test_a_person_under_another_nik_is_shown_and_the_books_stay_true(field_house: IntakeHouse) -> None:
    here, there = field_house.laptop(), field_house.laptop("agent-2")
    first = here.enrol(person(1))
    field_house.verdicts(here)
    second = there.enrol(twin(2, person(1)))
    third = there.enrol(twin(3, person(1)))
    verdicts = field_house.verdicts(there)
    assert (verdicts[0].kind, verdicts[0].code) == (VerdictKind.ACCEPTED_REVIEW, None)
    assert [one.kind for one in verdicts[1:4]] == [VerdictKind.ACCEPTED] * 3
    assert findings(field_house, first) == {}
    assert flags(field_house, second) == ["same_person_likely"]
    assert findings(field_house, second) == {"same_person_likely": (second.entry_id, [first.entry_id])}
    code, evidence = findings(field_house, third)["same_person_likely"]
    assert (code, sorted(evidence)) == (third.entry_id, sorted([first.entry_id, second.entry_id]))
    with field_house.store.reading() as tx:
        totals = tx.money.totals()
    assert dict(totals.buckets) == {"accepted": 33_600, "under_review": 67_200}
    assert totals.rupiah == totals.receipts_rupiah


def test_a_correction_is_looked_at_as_the_enrolment_that_it_makes(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    picture = b"a card"
    first = laptop.enrol(person(1), card=picture)
    second = laptop.enrol(twin(2, person(1)), card=picture)
    field_house.verdicts(laptop)
    assert flags(field_house, first) == []
    assert flags(field_house, second) == ["same_person_likely", "photo_used_before"]
    laptop.correct(second, twin(2, person(1)), person(2))
    field_house.verdicts(laptop)
    assert flags(field_house, second) == ["photo_used_before"]
    assert findings(field_house, second) == {"photo_used_before": (second.entry_id, [first.entry_id])}


def test_the_same_nik_and_a_birth_date_at_odds_are_found_with_what_the_rules_say(
    field_house: IntakeHouse,
) -> None:
    laptop = field_house.laptop()
    first, again = laptop.enrol(person(1)), laptop.enrol(replace(person(1), phone="081299999999"))
    odd = laptop.enrol(person(3, birth_date="1990-08-15"), reasons=["birth_date_differs"])
    verdicts = field_house.verdicts(laptop)
    assert [verdicts[place].kind for place in (4, 8)] == [VerdictKind.DUPLICATE, VerdictKind.ACCEPTED_REVIEW]
    assert findings(field_house, again) == {"duplicate": (again.entry_id, [first.entry_id])}
    assert findings(field_house, odd) == {"birth_date_differs": (odd.entry_id, [])}


def test_a_payment_after_three_overdue_months_is_shown_and_its_cash_counts(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    worker = fresh_id()
    june = IuranMonth(2026, 6)
    laptop.enrol(person(1), lines=lines_since(june, worker, 2, june), worker_id=worker)
    laptop.pay(fresh_id(), lines_since(june, worker, 3, june.plus(2)))
    verdicts = field_house.verdicts(laptop)
    assert verdicts[-2].kind is VerdictKind.ACCEPTED_REVIEW
    with field_house.store.reading() as tx:
        (found,) = tx.checks.found("branch", DAY, DAY, 9)
        totals = tx.money.totals()
    assert (found.entry_id, found.check_code) == (verdicts[-2].entry_id, "first_after_gap")
    assert totals.rupiah == totals.receipts_rupiah


def test_a_deposit_of_old_cash_with_a_slip_of_another_is_found(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    taken = [laptop.enrol(person(number)) for number in (1, 2)]
    for one in taken:
        laptop.deposit(receipt_of(one), one.total, b"slip")
    verdicts = field_house.verdicts(laptop)
    assert [one.kind for one in verdicts[-2:]] == [VerdictKind.ACCEPTED, VerdictKind.ACCEPTED_REVIEW]
    with field_house.store.reading() as tx:
        (found,) = tx.checks.about([verdicts[-1].entry_id])
        assert tx.money.totals().rupiah == 67_200
    assert (found.check_code, json.loads(found.evidence)) == ("photo_used_before", [verdicts[-2].entry_id])


def receipt_of(enrolled: Enrolled) -> str:
    """The receipt of an enrolment, by entry id."""
    return str(json.loads(enrolled.entries[-1].raw)["entry_id"])


def test_a_clock_set_ahead_is_listed_and_makes_no_cash_younger(field_house: IntakeHouse) -> None:
    laptop, far = field_house.laptop(), timedelta(days=180)
    honest = laptop.enrol(person(1))
    field_house.verdicts(laptop)
    field_house.clock.at = NINE - far
    laptop.outbox.clear()
    early = laptop.enrol(person(2))
    laptop.correct(early, person(2), replace(person(2), phone="081299999999"))
    verdicts = field_house.verdicts(laptop)
    assert {one.kind for one in verdicts} == {VerdictKind.ACCEPTED}
    assert findings(field_house, honest) == {}
    code, evidence = findings(field_house, early)["clock_ahead"]
    assert (code, evidence) == (early.entry_id, [one.entry_id for one in verdicts[1:]])
    laptop.outbox.clear()
    laptop.correct(early, replace(person(2), phone="081299999999"), person(2))
    field_house.verdicts(laptop)
    laptop.outbox.clear()
    laptop.enrol(person(3, birth_date="1990-08-15"), reasons=["birth_date_differs"])
    field_house.verdicts(laptop)
    arrived_on = (NINE - far).date()
    with field_house.store.reading() as tx:
        receipts = tx.money.issued([receipt_of(honest), receipt_of(early)])
        oldest = tx.standings.oldest_in_hand([field_house.device(laptop).agent_id])
        listed = tx.checks.found("branch", arrived_on, arrived_on, 9)
    assert receipts[receipt_of(honest)].taken_on == receipts[receipt_of(early)].issued_on == DAY
    assert {*oldest.values(), receipts[receipt_of(early)].taken_on} == {arrived_on}
    assert {one.check_code for one in listed} == {"clock_ahead", "birth_date_differs"}


def test_a_clock_that_is_turned_back_is_listed_with_what_came_before(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    before = laptop.enrol(person(1))
    field_house.verdicts(laptop)
    laptop.outbox.clear()
    laptop.clock_behind = timedelta(days=3)
    after = laptop.enrol(person(2))
    field_house.verdicts(laptop)
    assert findings(field_house, before) == {}
    assert findings(field_house, after) == {"clock_back": (after.entry_id, [receipt_of(before)])}


TWENTY_DAYS = timedelta(days=20)


def test_a_laptop_that_is_silent_until_its_clock_was_right_about_the_day_makes_no_cash_younger(
    field_house: IntakeHouse,
) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    field_house.verdicts(laptop)
    laptop.clock_behind = -TWENTY_DAYS
    kept = laptop.enrol(person(2), on=(NINE + TWENTY_DAYS).date())
    field_house.clock.at = NINE + TWENTY_DAYS
    laptop.clock_behind = -2 * TWENTY_DAYS
    laptop.deposit(receipt_of(kept), kept.total, b"slip")
    carried = field_house.verdicts(laptop)[-1].entry_id
    with field_house.store.reading() as tx:
        (receipt,) = tx.money.issued([receipt_of(kept)]).values()
        found = {one.check_code: one for one in tx.checks.about([carried])}
    assert (receipt.issued_on, receipt.taken_on) == (NINE.date() + TWENTY_DAYS, NINE.date())
    assert json.loads(found["cash_old"].evidence) == [receipt_of(kept)]
    assert found["cash_old"].measure == 20
    assert found["clock_ahead"].measure == 20


def test_cash_in_hand_of_such_a_laptop_is_old_and_its_clock_listed_with_it(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    field_house.clock.at = NINE + TWENTY_DAYS
    laptop.clock_behind = -TWENTY_DAYS
    kept = laptop.enrol(person(2), on=(NINE + TWENTY_DAYS).date())
    laptop.clock_behind = -2 * TWENTY_DAYS
    field_house.verdicts(laptop)
    with field_house.store.reading() as tx:
        oldest = tx.standings.oldest_in_hand([field_house.device(laptop).agent_id])
    assert set(oldest.values()) == {NINE.date()}, "from the day of its enrolment, for nothing was heard since"
    assert findings(field_house, kept)["clock_ahead"][0] == kept.entry_id


def test_an_honest_laptop_that_was_silent_for_weeks_has_no_older_cash(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    field_house.verdicts(laptop)
    field_house.clock.at = NINE + TWENTY_DAYS
    laptop.clock_behind = -TWENTY_DAYS
    kept = laptop.enrol(person(2), on=(NINE + TWENTY_DAYS).date())
    field_house.verdicts(laptop)
    with field_house.store.reading() as tx:
        (receipt,) = tx.money.issued([receipt_of(kept)]).values()
    assert receipt.taken_on == receipt.issued_on
    assert findings(field_house, kept) == {}
