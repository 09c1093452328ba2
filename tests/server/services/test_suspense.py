"""What waited for five days is on a person's list and can be settled, its money in a bucket all the time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sync.protocol.entry import SealedEntry
from sync.rules.states import Move, VerdictKind
from sync.server.refusals import Refusal
from sync.server.services.review_reading import ReviewReading
from sync.server.services.unparking import suspend_parked
from tests.support.deciding import REVIEWER
from tests.support.field_laptop import NINE, entry_id_of, farmer_lines, fresh_id, person
from tests.support.intake_house import IntakeHouse, field_house
from tests.support.reference_data import gazetteer
from tests.support.void_counter import Counter

__all__ = ["field_house"]

PAID = 8_400
SIX_DAYS = timedelta(days=6)


def suspended(counter: Counter) -> None:
    with counter.house.store.transaction() as tx:
        suspend_parked(tx, NINE + SIX_DAYS)


def queued(counter: Counter) -> list[tuple[str, str]]:
    """Kind and state of what the reviewer's list holds."""
    groups = ReviewReading(counter.house.store, gazetteer()).queue(REVIEWER).groups
    return [(record.kind, record.state.value) for group in groups for record in group.records]


def stranger(counter: Counter) -> tuple[SealedEntry, SealedEntry, str]:
    """A payment for somebody whom nobody enrolled; contribution, receipt and worker."""
    worker_id = fresh_id()
    counter.laptop.pay(fresh_id(), farmer_lines(worker_id, 1))
    contribution, receipt = counter.laptop.outbox
    assert [kind for kind, _ in counter.push()] == [VerdictKind.PARKED, VerdictKind.ACCEPTED]
    suspended(counter)
    return contribution, receipt, worker_id


def test_it_is_listed_and_its_money_counts_once_a_person_keeps_it(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    paid, _, worker_id = stranger(counter)
    assert queued(counter) == [("contribution", "suspense")]
    assert counter.buckets() == {"held": PAID}
    counter.decide(paid, Move.APPROVE)
    assert (queued(counter), counter.buckets()) == ([], {"accepted": PAID})
    counter.laptop.enrol(person(1), worker_id=worker_id, lines=farmer_lines(worker_id, 2)[2:])
    counter.push()
    assert set(counter.buckets()) == {"accepted"}


def test_refused_it_waits_for_its_refund(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    paid, receipt, _ = stranger(counter)
    decision = counter.refuse(paid).decision_id
    assert decision is not None
    assert counter.buckets() == {"under_review": PAID}
    counter.laptop.refund(entry_id_of(receipt), decision, PAID)
    assert counter.push() == [(VerdictKind.ACCEPTED, None)]
    assert counter.buckets() == {"refunded": PAID}


def test_the_enrolment_that_comes_after_all_takes_it_off_the_list(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    _, _, worker_id = stranger(counter)
    counter.laptop.enrol(person(1), worker_id=worker_id, lines=farmer_lines(worker_id, 2)[2:])
    counter.push()
    assert ("contribution", "suspense") not in queued(counter)
    assert "held" not in counter.buckets()


def test_what_is_nothing_without_the_other_is_only_refused(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    enrolled = counter.laptop.enrol(person(1))
    counter.laptop.outbox.clear()
    correction = counter.laptop.correct(enrolled, person(1), person(1, street="Kp. Lama"))
    void = counter.laptop.void(fresh_id(), "cash_taken")
    deposit = counter.laptop.deposit(fresh_id(), PAID)
    counter.push()
    suspended(counter)
    assert sorted(queued(counter)) == [
        ("correction", "suspense"),
        ("deposit", "suspense"),
        ("void_request", "suspense"),
    ]
    for sealed in (correction, void):
        with pytest.raises(Refusal) as refused:
            counter.decide(sealed, Move.APPROVE)
        assert refused.value.code == "move_refused"
        assert counter.refuse(sealed).decision_id is None
    counter.decide(deposit, Move.APPROVE)
    assert queued(counter) == []


def test_nobody_takes_it_for_himself_or_sends_it_back(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    paid, _, _ = stranger(counter)
    with pytest.raises(Refusal) as refused:
        counter.reviewing.open(REVIEWER, entry_id_of(paid))
    assert refused.value.code == "move_refused"
    with pytest.raises(Refusal) as refused:
        counter.decide(paid, Move.DUPLICATE)
    assert refused.value.code == "move_refused"


def test_a_void_of_a_revoked_laptop_is_only_refused_and_its_refund_is_read(field_house: IntakeHouse) -> None:
    counter = Counter(field_house)
    revoked, receipt_id = field_house.laptop(state="revoked_drain"), fresh_id()
    void = revoked.void(receipt_id, "cash_taken")
    assert counter.push(revoked) == [(VerdictKind.HELD, "device_revoked")]
    with pytest.raises(Refusal) as refused:
        counter.decide(void, Move.APPROVE)
    assert refused.value.code == "move_refused"
    assert counter.refuse(void).decision_id is None
    revoked.refund(receipt_id, fresh_id(), PAID)
    assert counter.push(revoked) == [(VerdictKind.HELD, "device_revoked")]
