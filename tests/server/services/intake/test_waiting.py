"""Parked money finds its worker, or goes to suspense after five days."""

import json
from datetime import timedelta

from sync.rules.states import VerdictKind
from sync.server.services.feed import Changes
from sync.server.services.unparking import suspend_parked
from tests.support.field_laptop import NINE, farmer_lines, fresh_id, person
from tests.support.intake_house import IntakeHouse


def test_a_payment_that_overtook_its_enrolment_is_settled_with_it(field_house: IntakeHouse) -> None:
    laptop, worker_id = field_house.laptop(), fresh_id()
    laptop.enrol(person(1), worker_id=worker_id, lines=farmer_lines(worker_id, 1))
    enrolment = list(laptop.outbox)
    first = len(laptop.outbox)
    later = farmer_lines(worker_id, 2)[2:]
    laptop.pay(fresh_id(), later)
    parked = field_house.verdicts(laptop, laptop.packed(entries=laptop.outbox[first:]))[0]
    assert (parked.kind, parked.missing) == (VerdictKind.PARKED, worker_id)
    field_house.verdicts(laptop, laptop.packed(entries=enrolment))
    with field_house.store.reading() as tx:
        review = tx.reviews.reviews([parked.entry_id])[parked.entry_id]
        buckets = dict(tx.money.totals().buckets)
    assert (review.state, review.flags) == ("received", "[]")
    assert buckets == {"accepted": 16_800}
    rows = Changes(field_house.store).page(field_house.device(laptop), cursor=0).rows
    assert [(row.kind, row.payload["entry_id"]) for row in rows][-1] == ("decision", parked.entry_id)


def test_after_five_days_a_person_has_to_clear_it(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.pay(fresh_id(), farmer_lines(fresh_id(), 1))
    parked = field_house.verdicts(laptop)[0]
    with field_house.store.transaction() as tx:
        assert suspend_parked(tx, NINE + timedelta(days=5)) == 0
        assert suspend_parked(tx, NINE + timedelta(days=5, seconds=1)) == 1
        assert suspend_parked(tx, NINE + timedelta(days=9)) == 0
    with field_house.store.reading() as tx:
        assert tx.reviews.reviews([parked.entry_id])[parked.entry_id].state == "suspense"
        assert dict(tx.money.totals().buckets) == {"held": 8_400}
        row = tx.feed.page("agent-1", 2, 5)[0][0]
    assert json.loads(row.payload)["state"] == "suspense"


def test_a_payment_for_two_unknown_workers_waits_for_both(field_house: IntakeHouse) -> None:
    laptop, first, second = field_house.laptop(), fresh_id(), fresh_id()
    laptop.pay(fresh_id(), (*farmer_lines(first, 2)[2:], *farmer_lines(second, 2)[2:]))
    waiting = list(laptop.outbox)
    parked = field_house.verdicts(laptop)[0]
    assert parked.missing == first
    laptop.enrol(person(1), worker_id=first, lines=farmer_lines(first, 1))
    field_house.verdicts(laptop)
    with field_house.store.reading() as tx:
        review = tx.reviews.reviews([parked.entry_id])[parked.entry_id]
    assert (review.state, review.worker_id) == ("parked", second)
    laptop.enrol(person(2), worker_id=second, lines=farmer_lines(second, 1))
    field_house.verdicts(laptop)
    with field_house.store.reading() as tx:
        assert tx.reviews.reviews([parked.entry_id])[parked.entry_id].state == "received"
        assert tx.money.totals().buckets == (("accepted", 2 * 8_400 + 2 * 8_400),)
    again = field_house.verdicts(laptop, laptop.packed(entries=waiting))[0]
    assert (again.kind, again.standing) == (VerdictKind.SAME, VerdictKind.PARKED)
