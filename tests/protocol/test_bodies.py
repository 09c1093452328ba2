"""Bodies whose parts must agree with each other."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from sync.protocol.bodies.cash import Closing, CountOfDenomination
from sync.protocol.bodies.contribution import Contribution, CreditUsed
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.kinds import form_of_kind
from tests.support.sample_bodies import AT, ON, contribution, identifier

SIGNATURE = "A" * 86


def deposit(**members: Any) -> Deposit:
    values: dict[str, Any] = {
        "receipts": (identifier(1),),
        "amount": 10_000,
        "billing_code": "12345678",
        "channel": "cash_counter",
        "deposited_at": AT,
        "difference": 0,
    }
    return Deposit(**(values | members))


def test_a_difference_has_a_reason_and_only_a_difference_has_one() -> None:
    assert deposit(difference=-5, reason="coins").reason == "coins"
    assert deposit().reason is None
    for members in (
        {"difference": 5},
        {"reason": "coins"},
        {"receipts": (identifier(1), identifier(1))},
        {"receipts": ()},
        {"billing_code": "1234567"},
        {"amount": 0},
    ):
        with pytest.raises(ValidationError):
            deposit(**members)


def closing(**members: Any) -> Closing:
    counts = (
        CountOfDenomination(denomination=1_000, count=3),
        CountOfDenomination(denomination=500, count=1),
    )
    values: dict[str, Any] = {
        "on": ON,
        "counts": counts,
        "counted": 3_500,
        "expected": 3_500,
        "difference": 0,
    }
    return Closing(**(values | members))


def test_a_closing_adds_up() -> None:
    assert closing().difference == 0
    assert closing(expected=4_000, difference=-500, reason="shortage").difference == -500
    for members in (
        {"counted": 3_400},
        {"difference": 1, "reason": "x"},
        {"expected": 4_000, "difference": -500},
        {"reason": "x"},
    ):
        with pytest.raises(ValidationError):
            closing(**members)


@pytest.mark.parametrize(
    "number", ["0Q2FK-01-000001-0", "0Q2FK-00-000001-X", "0q2fk-01-000001-X", "0Q2FK01000001X"]
)
def test_a_receipt_number_is_sound(number: str) -> None:
    with pytest.raises(ValidationError):
        Receipt(
            number=number,
            on=ON,
            total=1,
            contributions=(identifier(1),),
            workers=1,
            payer="self",
            signature=SIGNATURE,
        )


def test_price_and_credit_are_sums() -> None:
    body = Contribution(lines=contribution(7).lines, credits=(CreditUsed(decision_id="d", amount=200),) * 2)
    assert (body.price, body.credit) == (25_200, 400)


def test_kinds_are_looked_up_as_envelopes_spell_them() -> None:
    form = form_of_kind("receipt", 1)
    assert form is not None
    assert form.body is Receipt
    assert form_of_kind("receipt", 2) is None
    assert form_of_kind("Receipt", 1) is None
