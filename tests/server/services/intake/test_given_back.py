"""What was given back is gone for the rest of the batch that says so."""

from __future__ import annotations

import pytest

from sync.rules.iuran_month import IuranMonth
from sync.rules.states import Move, VerdictKind
from tests.support.field_laptop import (
    entry_id_of,
    farmer_lines,
    fresh_id,
    person,
)
from tests.support.intake_house import IntakeHouse
from tests.support.void_counter import Counter, all_lines


@pytest.fixture
def counter(field_house: IntakeHouse) -> Counter:
    return Counter(field_house)


def test_what_a_batch_gives_back_can_not_be_asked_for_again_further_on_in_it(counter: Counter) -> None:
    first, second = counter.laptop.enrol(person(1)), counter.laptop.enrol(person(2))
    february = IuranMonth(2027, 2)
    lines = (*farmer_lines(first.worker_id, 1, february), *farmer_lines(second.worker_id, 1, february))
    counter.laptop.pay(fresh_id(), lines)
    contribution, receipt = counter.laptop.outbox[-2:]
    of_one = {
        worker: all_lines(
            contribution, [place for place, line in enumerate(lines) if line.worker_id == worker]
        )
        for worker in (first.worker_id, second.worker_id)
    }
    request = counter.laptop.void(entry_id_of(receipt), "cash_taken", lines=of_one[first.worker_id])
    counter.push()
    told = counter.decide(request, Move.APPROVE)
    counter.laptop.void(entry_id_of(receipt), lines=of_one[second.worker_id])
    counter.laptop.refund(entry_id_of(receipt), str(told.decision_id), 16_800, of_one[first.worker_id])
    for worker in of_one:
        counter.laptop.void(entry_id_of(receipt), lines=of_one[worker])
    assert counter.push() == [
        (VerdictKind.ACCEPTED, None),
        (VerdictKind.ACCEPTED, None),
        (VerdictKind.REFUSED, "nothing_to_undo"),
        (VerdictKind.REFUSED, "void_requested_before"),
    ]
