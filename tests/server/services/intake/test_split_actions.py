"""An action that a changed client sends in parts: the ledger holds what was issued, once."""

import json

import pytest

from sync.protocol.bodies.contribution import Contribution
from sync.protocol.kinds import EntryKind
from sync.rules.states import VerdictKind
from sync.server.services.ledger import ledger_sum
from tests.support.field_laptop import farmer_lines, fresh_id, person
from tests.support.intake_house import IntakeHouse

ISSUED = 33_600
"""What `person` pays by default."""


@pytest.mark.parametrize("cuts", [(1,), (2,), (3,), (1, 2, 3)], ids=str)
@pytest.mark.parametrize("backwards", [False, True], ids=["in order", "backwards"])
def test_parts_of_an_action_are_booked_once(
    field_house: IntakeHouse, cuts: tuple[int, ...], backwards: bool
) -> None:
    laptop = field_house.laptop()
    entries = laptop.enrol(person(1)).entries
    parts = [entries[start:end] for start, end in zip((0, *cuts), (*cuts, 4), strict=True)]
    if backwards:
        parts.reverse()
    told = [field_house.verdicts(laptop, laptop.packed(entries=part)) for part in parts]
    for late in told[1:]:
        assert {(one.kind, one.code) for one in late} == {(VerdictKind.HELD, "action_split")}
    ledger = ledger_sum(field_house.store)
    assert (ledger.rupiah, ledger.receipts_rupiah) == (ISSUED, ISSUED)
    assert sum(ledger.buckets.values()) == ISSUED
    assert "accepted" not in ledger.buckets


def test_a_part_that_comes_again_with_the_whole_is_a_replay(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    entries = laptop.enrol(person(1)).entries
    field_house.verdicts(laptop, laptop.packed(entries=entries[:3]))
    told = field_house.verdicts(laptop, laptop.packed(entries=entries))
    assert [one.kind for one in told] == [VerdictKind.SAME] * 3 + [VerdictKind.HELD]
    assert ledger_sum(field_house.store).rupiah == ledger_sum(field_house.store).receipts_rupiah == ISSUED


def test_a_contribution_without_a_receipt_books_nothing_and_a_person_sees_it(
    field_house: IntakeHouse,
) -> None:
    laptop = field_house.laptop()
    enrolled = laptop.enrol(person(1))
    field_house.verdicts(laptop)
    lines = farmer_lines(enrolled.worker_id, 1)
    laptop.seal(EntryKind.CONTRIBUTION, fresh_id(), Contribution(lines=lines, credits=()))
    (told,) = field_house.verdicts(laptop)
    with field_house.store.reading() as tx:
        review = tx.reviews.reviews([told.entry_id])[told.entry_id]
    assert (review.state, "receipt_missing" in json.loads(review.flags)) == ("flagged", True)
    assert ledger_sum(field_house.store).rupiah == ISSUED
