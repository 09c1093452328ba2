"""What a change in a worker's life meets at the branch, and how it counts for the prices of later months."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from sync.protocol.bodies.contribution import ContributionLine
from sync.protocol.change_forms import change_parts, end_parts
from sync.protocol.entry import SealedEntry
from sync.protocol.forms import contribution_lines
from sync.protocol.kinds import EntryKind
from sync.rules.changes import EndCause
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.pricing import quote
from sync.rules.programmes import Offer, PayerKind
from sync.rules.states import Move, ReviewState, VerdictKind
from sync.server.services.review_reading import ReviewReading
from tests.support.deciding import REVIEWER
from tests.support.field_laptop import Enrolled, FieldLaptop, entry_id_of, fresh_id, person, salt
from tests.support.intake_house import IntakeHouse
from tests.support.reference_data import gazetteer, reference
from tests.support.void_counter import Counter

FEBRUARY = IuranMonth(2027, 2)
ACCEPTED = (VerdictKind.ACCEPTED, None)
INCOME = 2_600_000


@pytest.fixture
def counter(field_house: IntakeHouse) -> Counter:
    return Counter(field_house)


def bracket_of(income: int) -> int:
    tariff = reference().tariff_for(FEBRUARY)
    assert tariff is not None
    return tariff.bracket_for(income).number


def change(
    laptop: FieldLaptop,
    enrolled: Enrolled,
    base: str | None = None,
    *,
    month: IuranMonth = FEBRUARY,
    bracket: int | None = None,
    before: EnrolmentForm | None = None,
    **fields: str,
) -> SealedEntry:
    """A change made on the enrolment unless another version is named."""
    form = before or person(1)
    after = replace(form, **fields)  # type: ignore[arg-type]
    income = int(after.income) if "income" in fields else 0
    named = bracket if bracket is not None else (bracket_of(income) if income else None)
    body, personal = change_parts(form, after, month, salt=salt(), bracket=named)
    version = base if base is not None else enrolled.entries[0].hash
    return laptop.seal(EntryKind.CHANGE, fresh_id(), body, personal, enrolled.worker_id, base=version or None)


def end(laptop: FieldLaptop, enrolled: Enrolled, month: IuranMonth, base: str) -> SealedEntry:
    """The end of a membership."""
    body, personal = end_parts(EndCause.OWN_WISH, month, None, salt=salt())
    return laptop.seal(EntryKind.CHANGE, fresh_id(), body, personal, enrolled.worker_id, base=base)


def lines(
    enrolled: Enrolled, months: int, income: int, first: IuranMonth = FEBRUARY
) -> tuple[ContributionLine, ...]:
    """What somebody with this income pays from a month on."""
    price = quote(
        reference(),
        income=income,
        offer=Offer.JKK_JKM,
        transport=False,
        payer=PayerKind.SELF,
        first=first,
        months=months,
        enrolled=IuranMonth(2026, 11),
    )
    return contribution_lines(enrolled.worker_id, price, PayerKind.SELF)


def test_the_new_price_holds_from_its_month_on_before_anybody_decided(counter: Counter) -> None:
    laptop = counter.laptop
    enrolled = laptop.enrol(person(1))
    entry = change(laptop, enrolled, month=FEBRUARY.plus(1), income=str(INCOME))
    laptop.pay(fresh_id(), lines(enrolled, 1, 1_000_000))
    laptop.pay(fresh_id(), lines(enrolled, 3, INCOME, FEBRUARY.plus(1)))
    assert counter.push()[-5:] == [ACCEPTED] * 5
    counter.decide(entry, Move.APPROVE)
    assert counter.told()[-1][1] == "approved"
    laptop.pay(fresh_id(), lines(enrolled, 1, INCOME, FEBRUARY.plus(4)))
    laptop.pay(fresh_id(), lines(enrolled, 1, 1_000_000, FEBRUARY.plus(5)))
    assert counter.push()[::2] == [ACCEPTED, (VerdictKind.NEEDS_FIX, "amount_differs")]


def test_a_refused_change_counts_no_longer(counter: Counter) -> None:
    laptop = counter.laptop
    enrolled = laptop.enrol(person(1))
    entry = change(laptop, enrolled, income=str(INCOME))
    assert counter.push()[-1] == ACCEPTED
    counter.refuse(entry)
    laptop.pay(fresh_id(), lines(enrolled, 1, INCOME))
    laptop.pay(fresh_id(), lines(enrolled, 1, 1_000_000, FEBRUARY.plus(1)))
    assert counter.push()[::2] == [(VerdictKind.NEEDS_FIX, "amount_differs"), ACCEPTED]


def test_changes_of_other_fields_merge_and_of_the_same_field_conflict(counter: Counter) -> None:
    laptop = counter.laptop
    enrolled = laptop.enrol(person(1))
    base = enrolled.entries[0].hash
    first = change(laptop, enrolled, income=str(INCOME))
    change(laptop, enrolled, phone="081311112222")
    assert counter.push()[-2:] == [ACCEPTED, ACCEPTED]
    crossed = change(laptop, enrolled, income="3000000")
    corrected = laptop.correct(enrolled, person(1), person(1, street="Jl. Baru 2"))
    verdicts = counter.house.verdicts(laptop)
    assert [(one.kind, one.field, one.base) for one in verdicts] == [
        (VerdictKind.CONFLICT, "income", base),
        (VerdictKind.ACCEPTED, None, None),
    ]
    assert verdicts[0].theirs is not None
    on_correction = change(laptop, enrolled, corrected.hash, offer="JKK+JKM+JHT")
    again = change(laptop, enrolled, first.hash, street="Jl. Lain 3")
    assert counter.house.verdicts(laptop)[1].kind is VerdictKind.CONFLICT
    assert counter.flags(on_correction) == []
    assert counter.flags(again) == ["conflict"]
    counter.decide(crossed, Move.APPROVE)
    laptop.pay(fresh_id(), lines(enrolled, 1, INCOME))
    assert counter.push()[0] == (VerdictKind.NEEDS_FIX, "amount_differs")


def test_what_is_odd_is_for_the_person_who_decides(counter: Counter) -> None:
    laptop = counter.laptop
    enrolled = laptop.enrol(person(1))
    odd = [
        (change(laptop, enrolled, "f" * 64, phone="081311112222"), ["base_unknown"]),
        (change(laptop, enrolled, "", rt="5"), ["base_unknown"]),
        (
            change(laptop, enrolled, month=FEBRUARY.plus(-1), second_occupation="Ngarang"),
            ["occupation_unknown"],
        ),
        (change(laptop, enrolled, month=FEBRUARY.plus(-1), offer="JKK+JKM+JHT"), ["month_paid_before"]),
        (change(laptop, enrolled, income=str(INCOME), bracket=1), ["bracket_differs"]),
        (
            change(laptop, enrolled, month=IuranMonth(2010, 1), workplace="Pasar"),
            ["month_past"],
        ),
    ]
    assert all(kind is VerdictKind.ACCEPTED_REVIEW for kind, _ in counter.push()[-6:])
    assert [counter.flags(entry) for entry, _ in odd] == [flags for _, flags in odd]


def test_a_bracket_without_its_income_and_an_unfit_income_are_flagged(counter: Counter) -> None:
    laptop = counter.laptop
    enrolled = laptop.enrol(person(1))
    poor = change(laptop, enrolled, bracket=1, income="500000")
    base = poor.hash
    body, personal = change_parts(person(1), person(1, rt="7"), FEBRUARY, salt=salt())
    bare = laptop.seal(
        EntryKind.CHANGE,
        fresh_id(),
        body.model_copy(update={"bracket": 3}),
        personal,
        enrolled.worker_id,
        base=base,
    )
    counter.push()
    assert counter.flags(poor) == ["income_below_minimum"]
    assert counter.flags(bare) == ["bracket_differs"]


def test_two_sectors_and_warnings_without_reason_are_flagged(counter: Counter) -> None:
    laptop = counter.laptop
    enrolled = laptop.enrol(person(1))
    transport = next(one.name for one in reference().occupations.all if one.transport)
    entry = change(laptop, enrolled, second_occupation=transport)
    counter.push()
    assert counter.flags(entry) == ["two_sectors"]


def test_behind_the_end_of_a_membership_a_payment_is_flagged(counter: Counter) -> None:
    laptop = counter.laptop
    enrolled = laptop.enrol(person(1))
    first = end(laptop, enrolled, FEBRUARY, enrolled.entries[0].hash)
    second = end(laptop, enrolled, FEBRUARY.plus(1), first.hash)
    laptop.pay(fresh_id(), lines(enrolled, 1, 1_000_000))
    laptop.pay(fresh_id(), lines(enrolled, 1, 1_000_000, FEBRUARY.plus(1)))
    assert counter.push()[-4::2] == [ACCEPTED, (VerdictKind.ACCEPTED_REVIEW, "membership_ended")]
    assert counter.flags(first) == ["ends_by_own_wish"]
    counter.refuse(second)
    counter.refuse(first)
    laptop.pay(fresh_id(), lines(enrolled, 1, 1_000_000, FEBRUARY.plus(2)))
    assert counter.push()[0] == ACCEPTED


def test_a_change_waits_for_its_worker(counter: Counter) -> None:
    laptop = counter.laptop
    enrolled = laptop.enrol(person(1))
    late, laptop.outbox = list(laptop.outbox), []
    entry = change(laptop, enrolled, income=str(INCOME))
    assert counter.push() == [(VerdictKind.PARKED, None)]
    laptop.outbox = late
    counter.push()
    assert counter.told()[-1][1] == "received"
    laptop.pay(fresh_id(), lines(enrolled, 1, INCOME))
    assert counter.push()[0] == ACCEPTED
    assert counter.flags(entry) == []


def test_another_agents_worker_or_nobodys_is_refused_and_the_laptop_is_told(counter: Counter) -> None:
    other = counter.house.laptop("agent-2")
    foreign = other.enrol(person(9))
    counter.push(other)
    laptop = counter.laptop
    theirs = change(laptop, foreign, before=person(9), income=str(INCOME))
    body, personal = change_parts(person(1), person(1, rt="7"), FEBRUARY, salt=salt())
    laptop.seal(EntryKind.CHANGE, fresh_id(), body, personal)
    assert counter.push() == [
        (VerdictKind.REFUSED, "subject_of_other_agent"),
        (VerdictKind.REFUSED, "worker_unknown"),
    ]
    assert [state for _, state in counter.told()] == ["refused", "refused"]
    assert json.loads(theirs.raw)["kind"] == "change"


def test_changes_belong_to_the_membership_in_which_they_were_made(counter: Counter) -> None:
    laptop = counter.laptop
    enrolled = laptop.enrol(person(1))
    change(laptop, enrolled, income=str(INCOME))
    counter.push()
    again = laptop.enrol(person(1), worker_id=enrolled.worker_id)
    counter.push()
    laptop.pay(fresh_id(), lines(again, 1, 1_000_000))
    kinds = [kind for kind, _ in counter.push()]
    assert VerdictKind.NEEDS_FIX not in kinds


def test_the_reviewer_reads_what_was_and_what_is_new(counter: Counter) -> None:
    laptop = counter.laptop
    enrolled = laptop.enrol(person(1))
    entry = change(laptop, enrolled, income=str(INCOME), rt="7")
    last = end(laptop, enrolled, FEBRUARY.plus(2), entry.hash)
    dead, personal = end_parts(EndCause.DEATH, IuranMonth(2026, 11), date(2026, 11, 2), salt=salt())
    late = laptop.seal(EntryKind.CHANGE, fresh_id(), dead, personal, enrolled.worker_id, base=last.hash)
    orphan = change(laptop, replace(enrolled, worker_id=fresh_id()), rt="7")
    counter.push()
    reading = ReviewReading(counter.house.store, gazetteer())
    record = reading.record(REVIEWER, entry_id_of(entry))
    assert record.form.fields == {
        "nik": person(1).nik,
        "name": person(1).name,
        "first_month": "2027-02",
        "income": str(INCOME),
        "rt": "7",
    }
    assert record.form.previous == {"income": "1000000", "rt": person(1).rt}
    assert reading.record(REVIEWER, entry_id_of(last)).form.fields["end"] == "own_wish"
    assert reading.record(REVIEWER, entry_id_of(late)).form.fields["ended_on"] == "2026-11-02"
    assert reading.record(REVIEWER, entry_id_of(orphan)).form.fields == {"from_month": "2027-02", "rt": "7"}
    (group,) = reading.queue(REVIEWER).groups
    changes = {
        (row.worker_name, row.state is ReviewState.PARKED) for row in group.records if row.kind == "change"
    }
    assert changes == {(person(1).name, False), ("", True)}
