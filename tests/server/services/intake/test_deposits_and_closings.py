"""What deposits, movements of cash and closings meet at the server, and the cash that it reckons for an agent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

import pytest

from sync.protocol.bodies.cash import CashAdjustment, Closing, CountOfDenomination
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.entry import SealedEntry
from sync.protocol.kinds import EntryKind
from sync.rules.cash import cash_facts, cash_in_hand
from sync.rules.states import Move, VerdictKind
from sync.server.domain.arrivals import LARGEST_PAYMENT
from sync.server.domain.decisions import Request
from sync.server.storage.records import IssuedReceipt, Review
from tests.support.deciding import REVIEWER, reviewing
from tests.support.field_laptop import NINE, Enrolled, FieldLaptop, entry_id_of, fresh_id, person
from tests.support.intake_house import IntakeHouse

TODAY = date(2026, 11, 22)
Told = list[tuple[VerdictKind, str | None]]
ACCEPTED = (VerdictKind.ACCEPTED, None)


def receipt_of(enrolled: Enrolled) -> str:
    """The entry id of the receipt of an enrolment."""
    return entry_id_of(enrolled.entries[-1])


def deposit(
    laptop: FieldLaptop, receipts: Sequence[str], amount: int, difference: int = 0, **changes: object
) -> SealedEntry:
    """A deposit of some receipts."""
    body = Deposit(
        receipts=tuple(receipts),
        amount=amount,
        billing_code="123456789012",
        channel="atm",
        deposited_at=NINE,
        difference=difference,
        reason="bank_fee" if difference else None,
    )
    return laptop.seal(EntryKind.DEPOSIT, fresh_id(), body.model_copy(update=changes))


def closing(laptop: FieldLaptop, expected: int, on: date = TODAY, reason: str = "counting_error") -> None:
    """A closing that counted nothing."""
    counts = (CountOfDenomination(denomination=100, count=0),)
    differs = None if expected == 0 else reason
    body = Closing(on=on, counts=counts, counted=0, expected=expected, difference=-expected, reason=differs)
    laptop.seal(EntryKind.CLOSING, fresh_id(), body)


def told(house: IntakeHouse, laptop: FieldLaptop) -> Told:
    """Verdict and code of everything that waits."""
    return [(verdict.kind, verdict.code) for verdict in house.verdicts(laptop)]


def cash(house: IntakeHouse, agent_id: str = "agent-1") -> int:
    """Cash in hand as the branch reckons it."""
    with house.store.reading() as tx:
        return int(cash_in_hand(cash_facts(tx.money.cash(agent_id).items())))


def review_of(house: IntakeHouse, entry: SealedEntry) -> Review:
    """What a person has to look at."""
    with house.store.reading() as tx:
        return tx.reviews.reviews([entry_id_of(entry)])[entry_id_of(entry)]


def issued(house: IntakeHouse, receipt_id: str) -> IssuedReceipt:
    """A receipt's row."""
    with house.store.reading() as tx:
        return tx.money.issued([receipt_id])[receipt_id]


def test_a_deposit_carries_the_cash_of_its_receipts(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    first, second = laptop.enrol(person(1)), laptop.enrol(person(2))
    entry = deposit(laptop, [receipt_of(first)], 33_600)
    assert told(field_house, laptop)[-1] == ACCEPTED
    carried = issued(field_house, receipt_of(first))
    assert (carried.deposit, carried.deposited_by) == ("deposited", entry_id_of(entry))
    assert issued(field_house, receipt_of(second)).deposit == "in_hand"
    assert cash(field_house) == 33_600
    deposit(laptop, [receipt_of(second)], 33_500, -100)
    laptop.void(receipt_of(first))
    assert told(field_house, laptop) == [ACCEPTED, (VerdictKind.REFUSED, "receipt_deposited")]
    assert cash(field_house) == 100


def test_a_deposit_that_does_not_fit_is_taken_and_flagged(field_house: IntakeHouse) -> None:
    laptop, other = field_house.laptop(), field_house.laptop("agent-2")
    foreign = other.enrol(person(9))
    told(field_house, other)
    first, second = laptop.enrol(person(1)), laptop.enrol(person(2))
    laptop.void(receipt_of(second))
    told(field_house, laptop)
    deposit(laptop, [receipt_of(second)], 33_600)
    deposit(laptop, [receipt_of(first)], 33_500)
    deposit(laptop, [receipt_of(first)], 33_600)
    deposit(laptop, [receipt_of(foreign)], 33_600)
    odd = deposit(laptop, [receipt_of(first)], 100, 100, billing_code="ABCDEFGH", reason="because")
    assert told(field_house, laptop) == [
        (VerdictKind.ACCEPTED_REVIEW, code)
        for code in (
            "void_open",
            "amount_differs",
            "receipt_deposited",
            "receipt_of_other_agent",
            "receipt_deposited",
        )
    ]
    review = review_of(field_house, odd)
    assert json.loads(review.flags) == [
        "receipt_deposited",
        "amount_differs",
        "billing_code",
        "reason_unknown",
    ]
    assert review.rupiah == 100
    assert issued(field_house, receipt_of(second)).deposit == "in_hand"
    assert cash(field_house) == 67_200 - 33_600 - 33_500 - 33_600 - 33_600 - 100


def test_a_deposit_waits_for_the_receipts_that_it_overtook(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    first, second, third = (laptop.enrol(person(number)) for number in (1, 2, 3))
    late = [list(second.entries), list(third.entries)]
    laptop.outbox = list(first.entries)
    entry = deposit(laptop, [receipt_of(one) for one in (first, second, third)], 100_800)
    assert told(field_house, laptop)[-1] == (VerdictKind.PARKED, None)
    assert issued(field_house, receipt_of(first)).deposit == "deposited"
    laptop.outbox = late[0]
    told(field_house, laptop)
    assert issued(field_house, receipt_of(second)).deposited_by == entry_id_of(entry)
    assert review_of(field_house, entry).worker_id == receipt_of(third)
    laptop.outbox = late[1]
    told(field_house, laptop)
    assert issued(field_house, receipt_of(third)).deposited_by == entry_id_of(entry)
    found = review_of(field_house, entry)
    assert (found.state, found.worker_id, json.loads(found.flags)) == ("received", None, [])
    assert cash(field_house) == 0


def test_a_deposit_whose_sum_proves_wrong_once_all_is_here_is_flagged(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    late = laptop.enrol(person(1))
    laptop.outbox = []
    entry = deposit(laptop, [receipt_of(late)], 33_000, billing_code="ABCDEFGH")
    assert told(field_house, laptop) == [(VerdictKind.PARKED, None)]
    assert json.loads(review_of(field_house, entry).flags) == ["billing_code"]
    laptop.outbox = list(late.entries)
    told(field_house, laptop)
    found = review_of(field_house, entry)
    assert (found.state, json.loads(found.flags)) == ("flagged", ["amount_differs", "billing_code"])
    assert issued(field_house, receipt_of(late)).deposit == "deposited"


def test_what_was_given_back_is_not_owed(field_house: IntakeHouse) -> None:
    laptop, desk = field_house.laptop(), reviewing(field_house)
    enrolled, second = laptop.enrol(person(1)), laptop.enrol(person(2))
    requests = laptop.void(receipt_of(enrolled), "cash_taken"), laptop.void(receipt_of(second))
    told(field_house, laptop)
    granted = [
        desk.decide(REVIEWER, entry_id_of(one), Request(Move.APPROVE, one.hash)).decision_id
        for one in requests
    ]
    laptop.refund(receipt_of(enrolled), str(granted[0]), 33_600)
    deposit(laptop, [receipt_of(enrolled), receipt_of(second)], 5, 5)
    assert told(field_house, laptop) == [ACCEPTED, ACCEPTED]
    assert cash(field_house) == -5


def test_a_closing_is_held_against_the_books(field_house: IntakeHouse) -> None:
    laptop, desk = field_house.laptop(), reviewing(field_house)
    laptop.seal(EntryKind.CASH_ADJUSTMENT, fresh_id(), CashAdjustment(what="opening_float", amount=50_000))
    enrolled = laptop.enrol(person(1))
    closing(laptop, 83_600)
    closing(laptop, 83_601)
    closing(laptop, 0, date(2026, 11, 21))
    closing(laptop, 83_600, reason="because")
    assert told(field_house, laptop)[-4:] == [
        ACCEPTED,
        (VerdictKind.ACCEPTED_REVIEW, "expected_differs"),
        ACCEPTED,
        (VerdictKind.ACCEPTED_REVIEW, "reason_unknown"),
    ]
    request = laptop.void(receipt_of(enrolled))
    told(field_house, laptop)
    desk.decide(REVIEWER, entry_id_of(request), Request(Move.APPROVE, request.hash))
    closing(laptop, 83_600)
    closing(laptop, 50_000)
    closing(laptop, 70_000)
    assert told(field_house, laptop) == [
        ACCEPTED,
        ACCEPTED,
        (VerdictKind.ACCEPTED_REVIEW, "expected_differs"),
    ]
    assert cash(field_house) == 50_000


def test_a_deposit_of_a_revoked_device_is_held_and_counted(field_house: IntakeHouse) -> None:
    lost = field_house.laptop(state="revoked_drain")
    enrolled = lost.enrol(person(1))
    deposit(lost, [receipt_of(enrolled)], 33_600)
    assert told(field_house, lost)[-1] == (VerdictKind.HELD, "device_revoked")
    assert (issued(field_house, receipt_of(enrolled)).deposit, cash(field_house)) == ("in_hand", 0)


@pytest.mark.parametrize("amount", [LARGEST_PAYMENT + 1, 2**53 - 1])
def test_sums_that_nobody_held_are_no_cash(field_house: IntakeHouse, amount: int) -> None:
    laptop = field_house.laptop()
    laptop.seal(EntryKind.CASH_ADJUSTMENT, fresh_id(), CashAdjustment(what="surplus", amount=amount))
    assert told(field_house, laptop) == [(VerdictKind.NEEDS_FIX, "amount_too_large")]
    assert cash(field_house) == 0
