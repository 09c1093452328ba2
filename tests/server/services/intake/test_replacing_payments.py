"""The right receipt that is written while the void of the wrong one is open, and what the decision makes of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sync.protocol.entry import SealedEntry
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import Move, VerdictKind
from tests.support.field_laptop import Enrolled, entry_id_of, farmer_lines, fresh_id, person
from tests.support.intake_house import IntakeHouse
from tests.support.void_counter import Counter, all_lines, receipt_of

ACCEPTED = (VerdictKind.ACCEPTED, None)
TWICE = (VerdictKind.ACCEPTED_REVIEW, "month_already_paid")
FEBRUARY = IuranMonth(2027, 2)


@pytest.fixture
def counter(field_house: IntakeHouse) -> Counter:
    return Counter(field_house)


def state(counter: Counter, sealed: SealedEntry) -> str | None:
    """Where a person has an entry, None where nobody looks at it."""
    with counter.house.store.reading() as tx:
        found = tx.reviews.reviews([entry_id_of(sealed)]).get(entry_id_of(sealed))
    return None if found is None else found.state


def paid_again(counter: Counter, enrolled: Enrolled) -> SealedEntry:
    """The contribution that takes the place of an enrolment's payment."""
    counter.laptop.pay(fresh_id(), farmer_lines(enrolled.worker_id, 3))
    return counter.laptop.outbox[-2]


def asked_apart(counter: Counter) -> tuple[Enrolled, SealedEntry, SealedEntry]:
    """A void that has arrived before the payment in its place was written."""
    enrolled = counter.laptop.enrol(person(1))
    request = counter.laptop.void(receipt_of(enrolled))
    counter.push()
    return enrolled, request, paid_again(counter, enrolled)


def asked_at_once(counter: Counter) -> tuple[Enrolled, SealedEntry, SealedEntry]:
    """A void and the payment in its place that arrive in one batch."""
    enrolled = counter.laptop.enrol(person(1))
    return enrolled, counter.laptop.void(receipt_of(enrolled)), paid_again(counter, enrolled)


@pytest.mark.parametrize("asked", [asked_apart, asked_at_once])
def test_months_count_as_unpaid_while_their_void_is_open(
    counter: Counter, asked: Callable[[Counter], tuple[Enrolled, SealedEntry, SealedEntry]]
) -> None:
    enrolled, request, again = asked(counter)
    assert counter.push()[-2:] == [ACCEPTED, ACCEPTED]
    assert state(counter, again) is None
    counter.laptop.pay(fresh_id(), farmer_lines(enrolled.worker_id, 1))
    assert counter.push() == [TWICE, ACCEPTED]
    counter.decide(request, Move.APPROVE)
    assert counter.buckets() == {"voided": 33_600, "accepted": 33_600, "under_review": 8_400}
    assert state(counter, again) is None


def test_a_refused_void_makes_the_payment_in_its_place_a_double_one(counter: Counter) -> None:
    _, request, again = asked_apart(counter)
    receipt = counter.laptop.outbox[-1]
    counter.push()
    counter.refuse(request)
    assert (state(counter, again), counter.flags(again)) == ("flagged", ["month_already_paid"])
    assert counter.told()[-1] == (entry_id_of(again), "flagged")
    assert counter.buckets() == {"accepted": 33_600, "under_review": 33_600}
    told = counter.decide(again, Move.REFUSE, "not_justified")
    counter.laptop.refund(entry_id_of(receipt), str(told.decision_id), 33_600)
    assert counter.push() == [ACCEPTED]
    assert counter.buckets() == {"accepted": 33_600, "refunded": 33_600}


def test_what_was_paid_before_the_request_or_is_looked_at_stays_where_it_is(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1))
    counter.laptop.pay(fresh_id(), farmer_lines(enrolled.worker_id, 1))
    before = counter.laptop.outbox[-2]
    request = counter.laptop.void(receipt_of(enrolled))
    counter.push()
    again = paid_again(counter, enrolled)
    counter.push()
    told = counter.decide(again, Move.REFUSE, "not_justified")
    counter.refuse(request)
    assert told.decision_id is not None
    assert (state(counter, again), counter.flags(again)) == ("refused", ["month_already_paid"])
    assert counter.flags(before) == ["month_already_paid"]


def test_an_approved_payment_is_looked_at_again(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1))
    request = counter.laptop.void(receipt_of(enrolled))
    counter.laptop.pay(fresh_id(), farmer_lines(enrolled.worker_id, 2))
    again = counter.laptop.outbox[-2]
    assert counter.push()[-2:] == [(VerdictKind.ACCEPTED_REVIEW, "months_not_offered"), ACCEPTED]
    counter.decide(again, Move.APPROVE)
    counter.refuse(request)
    assert (state(counter, again), counter.flags(again)) == (
        "flagged",
        ["months_not_offered", "month_already_paid"],
    )


def test_one_of_several_workers_on_a_receipt_is_paid_again(counter: Counter) -> None:
    first, second = counter.laptop.enrol(person(1)), counter.laptop.enrol(person(2))
    lines = (*farmer_lines(first.worker_id, 1, FEBRUARY), *farmer_lines(second.worker_id, 1, FEBRUARY))
    counter.laptop.pay(fresh_id(), lines)
    contribution, receipt = counter.laptop.outbox[-2:]
    of_first = [place for place, line in enumerate(lines) if line.worker_id == first.worker_id]
    request = counter.laptop.void(entry_id_of(receipt), lines=all_lines(contribution, of_first))
    counter.laptop.pay(fresh_id(), lines)
    again = counter.laptop.outbox[-2]
    assert counter.push()[-2:] == [TWICE, ACCEPTED]
    counter.refuse(request)
    assert (state(counter, again), counter.flags(again)) == ("flagged", ["month_already_paid"])


def test_the_difference_of_a_receipt_is_nobodys_month(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1), total=50_000)
    request = counter.laptop.void(receipt_of(enrolled))
    again = paid_again(counter, enrolled)
    assert counter.push()[-3:] == [ACCEPTED, ACCEPTED, ACCEPTED]
    counter.refuse(request)
    assert counter.flags(again) == ["month_already_paid"]
