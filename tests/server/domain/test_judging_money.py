"""Contributions and receipts held against the price list, the months paid and the device's own numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sync.protocol.bodies.contribution import Contribution, ContributionLine, CreditUsed
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import SealedEntry
from sync.protocol.kinds import EntryKind
from sync.protocol.receipt_proof import receipt_message
from sync.protocol.signatures import SigningKey
from sync.rules.iuran_month import IuranMonth
from sync.rules.receipt_number import ReceiptNumber
from sync.rules.states import VerdictKind
from sync.server.domain.arrivals import read_arrival
from sync.server.domain.bookkeeping import Books, Envoy, books_of
from sync.server.domain.facts import StoredFacts, open_desk
from sync.server.domain.judging import Judgement, judge
from sync.server.domain.placing import Placement, Standing
from sync.server.domain.price_shelf import PriceShelf
from sync.server.domain.pricing_check import PriceList
from sync.server.domain.sending import Sending
from sync.server.storage.records import Device, DeviceEpoch
from tests.support.field_laptop import (
    NINE,
    NOVEMBER,
    FieldLaptop,
    entry_id_of,
    farmer_lines,
    fresh_id,
    person,
)
from tests.support.reference_data import gazetteer, reference

KEY = SigningKey.generate()
DEVICE = Device("0Q2FK", "agent", KEY.public, True, b"w", b"s" * 32, NINE, NINE)


def laptop() -> FieldLaptop:
    """The device with an empty journal."""
    return FieldLaptop(DEVICE.device, KEY)


def judged(entries: Sequence[SealedEntry]) -> tuple[Judgement, ...]:
    """Verdicts on a first batch."""
    epochs = {1: DeviceEpoch(DEVICE.device, 1, "0" * 64, NINE, "0" * 64)}
    facts = StoredFacts(DEVICE, epochs, {}, {}, {}, frozenset(), {1: 0})
    placements = [Placement(read_arrival(entry, NINE), Standing.NEW) for entry in entries]
    return judge(placements, open_desk(facts, PriceShelf(PriceList(reference())), gazetteer(), NINE.date()))


def books(judgements: Sequence[Judgement]) -> Books:
    """What they write."""
    return books_of(judgements, Envoy("agent", "branch", DEVICE.device, "batch", Sending(NINE), 0), {})


def codes(field: FieldLaptop) -> list[tuple[VerdictKind, str | None]]:
    """Verdicts and codes of everything in the outbox."""
    return [(one.verdict.kind, one.verdict.code) for one in judged(field.outbox)]


LINES: dict[str, tuple[str, dict[str, object]]] = {
    "another bracket": ("amount_differs", {"bracket": 2}),
    "no relief named": ("amount_differs", {"relief": None}),
    "another payer on one line": ("amount_differs", {"payer": "company"}),
    "a programme twice": ("line_twice", {"programme": "JKM"}),
    "a programme that was not chosen": ("amount_differs", {"programme": "JHT"}),
    "a tariff of nobody": ("tariff_unknown", {"tariff_version": "1999.1"}),
}


@pytest.mark.parametrize("case", LINES)
def test_a_line_that_does_not_follow_from_the_price_list(case: str) -> None:
    code, changes = LINES[case]
    field, worker_id = laptop(), fresh_id()
    field.enrol(person(1), worker_id=worker_id, lines=farmer_lines(worker_id, 1, NOVEMBER, **changes))
    assert codes(field)[2][1] == code


def test_budgets_of_the_state_pay_in_full() -> None:
    field = laptop()
    field.enrol(replace(person(1), payer="regional_budget"))
    field.enrol(replace(person(2), payer="company"))
    assert [kind for kind, _ in codes(field)] == [VerdictKind.ACCEPTED] * 8
    totals = [one.total for one in books(judged(field.outbox)).receipts]
    assert totals == [3 * 16_800, 33_600]


def test_months_with_a_hole_are_flagged() -> None:
    field, worker_id = laptop(), fresh_id()
    three = farmer_lines(worker_id, 3)
    holed = (*three[:2], *three[4:])
    field.enrol(person(1), worker_id=worker_id, lines=holed)
    assert (VerdictKind.ACCEPTED_REVIEW, "month_hole") in codes(field)


def test_two_jobs_of_which_one_is_transport_are_flagged() -> None:
    field = laptop()
    field.enrol(person(1, second_occupation="Mitra Grab"))
    assert codes(field)[0] == (VerdictKind.ACCEPTED_REVIEW, "two_sectors")


def receipt(
    field: FieldLaptop,
    contributions: Sequence[SealedEntry],
    total: int,
    fields: dict[str, object] | None = None,
) -> Receipt:
    """A signed receipt over contributions."""
    fields = fields or {}
    number = str(fields.pop("number", ReceiptNumber(field.device, 1, 1)))
    body = Receipt(
        number=number,
        on=NINE.date(),
        total=total,
        contributions=tuple(entry_id_of(one) for one in contributions),
        workers=1,
        payer="self",
        signature=to_base64url(KEY.sign(receipt_message(number, NINE.date(), total))),
    )
    return body.model_copy(update=fields)


def paid(field: FieldLaptop, lines: tuple[ContributionLine, ...], credit: int = 0) -> tuple[str, SealedEntry]:
    """A contribution without its receipt, and its action."""
    action_id = fresh_id()
    used = (CreditUsed(decision_id="decision", amount=credit),) if credit else ()
    return action_id, field.seal(EntryKind.CONTRIBUTION, action_id, Contribution(lines=lines, credits=used))


def test_a_receipt_must_name_its_device_its_workers_and_its_contributions() -> None:
    field, worker_id = laptop(), fresh_id()
    cases: list[dict[str, object]] = [
        {"number": ReceiptNumber("0ZZZZ", 1, 1)},
        {"number": ReceiptNumber(field.device, 2, 1)},
        {"workers": 2},
        {"contributions": (fresh_id(),)},
    ]
    for fields in cases:
        action_id, contribution = paid(field, farmer_lines(worker_id, 1))
        field.seal(EntryKind.RECEIPT, action_id, receipt(field, [contribution], 8_400, fields))
        field.receipts += 1
    found = [one for one in judged(field.outbox) if one.receipt is not None]
    assert [one.verdict.code for one in found] == [
        "receipt_number",
        "receipt_number",
        "receipt_workers",
        "receipt_number_taken",
    ]


def test_a_contribution_has_one_receipt() -> None:
    field, worker_id = laptop(), fresh_id()
    action_id, contribution = paid(field, farmer_lines(worker_id, 1))
    for counter in (1, 2):
        number = ReceiptNumber(field.device, 1, counter)
        field.seal(EntryKind.RECEIPT, action_id, receipt(field, [contribution], 8_400, {"number": number}))
    _, lonely = paid(field, farmer_lines(fresh_id(), 1))
    made = judged(field.outbox)
    assert [one.verdict.code for one in made[1:3]] == [None, "receipt_contributions"]
    assert "receipt_missing" in made[3].verdict.flags
    written = books(made)
    of_receipts = [line for line in written.lines if line.entry_id != entry_id_of(lonely)]
    assert sum(line.amount for line in of_receipts) == sum(one.total for one in written.receipts)
    assert [line.programme for line in of_receipts] == ["JKK", "JKM", "DIFFERENCE"]


def test_credit_lowers_the_receipt_and_the_books_still_add_up() -> None:
    field, worker_id = laptop(), fresh_id()
    enrolled = field.enrol(person(1), worker_id=worker_id, lines=farmer_lines(worker_id, 1))
    assert enrolled.total == 8_400
    december = farmer_lines(worker_id, 2)[2:]
    action_id, contribution = paid(field, december, credit=8_000)
    number = ReceiptNumber(field.device, 1, 2)
    field.seal(EntryKind.RECEIPT, action_id, receipt(field, [contribution], 400, {"number": number}))
    made = judged(field.outbox)
    assert (made[4].verdict.kind, made[4].verdict.code) == (VerdictKind.ACCEPTED_REVIEW, "credit_used")
    written = books(made)
    assert sum(line.amount for line in written.lines) == sum(one.total for one in written.receipts) == 8_800
    assert [(line.programme, line.amount) for line in written.lines][-1] == ("CREDIT", -8_000)


def test_a_payment_too_far_ahead_is_flagged() -> None:
    field, worker_id = laptop(), fresh_id()
    field.enrol(person(1), worker_id=worker_id, lines=farmer_lines(worker_id, 1))
    field.pay(fresh_id(), farmer_lines(worker_id, 12, IuranMonth(2026, 12)))
    field.pay(fresh_id(), farmer_lines(worker_id, 1, IuranMonth(2027, 12)))
    assert [code for _, code in codes(field)][4::2] == [None, "too_far_ahead"]


def test_money_of_a_broken_enrolment_is_counted() -> None:
    field = laptop()
    enrolled = field.enrol(person(1))
    broken = SealedEntry.of(enrolled.entries[0].raw, b"{}")
    made = judged([broken, *enrolled.entries[1:]])
    assert [(one.verdict.kind, one.verdict.code) for one in made] == [
        (VerdictKind.NEEDS_FIX, "personal_differs"),
        (VerdictKind.ACCEPTED, None),
        (VerdictKind.ACCEPTED_REVIEW, "price_unchecked"),
        (VerdictKind.ACCEPTED, None),
    ]
    assert {line.bucket for line in books(made).lines} == {"under_review"}
