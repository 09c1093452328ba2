"""Deposits, movements of cash and the closing of days, as the agent does them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.till import CashStep, ClosingOutlook, DepositChannel
from perisai_desktop.services.depositing import DepositWish
from perisai_desktop.services.desk import AgentDesk
from sync.rules.states import DepositState
from tests.support.desk_money import MoneyHand
from tests.support.desks import MARKET_DAY, SIGNATURE, HandClock, filled_draft
from tests.support.field_laptop import NOVEMBER, farmer_lines

TODAY = date(2026, 11, 22)


@pytest.fixture
def hand(desk: AgentDesk) -> MoneyHand:
    return MoneyHand(desk)


@pytest.fixture
def enrolled(desk: AgentDesk) -> Receipt:
    return desk.enrolling.enrol(filled_draft(desk))


def wish(*numbers: str, **changes: object) -> DepositWish:
    """A deposit of the enrolment's cash, some of it said otherwise."""
    plain = DepositWish(numbers, 33_600, "1234 5678 9012", DepositChannel.ATM, MARKET_DAY)
    return replace(plain, **changes)  # type: ignore[arg-type]


def refused(desk: AgentDesk, asked: DepositWish) -> FailureCode:
    """Why a deposit is not written."""
    with pytest.raises(Failure) as failure:
        desk.depositing.deposit(asked)
    return failure.value.code


def test_a_deposit_empties_the_till(desk: AgentDesk, hand: MoneyHand, enrolled: Receipt) -> None:
    (waiting,) = desk.depositing.in_hand()
    assert (waiting.number, waiting.on, waiting.rupiah) == (enrolled.number, TODAY, 33_600)
    assert (waiting.recorded_at, waiting.held_back) == (MARKET_DAY, False)
    entry_id = desk.depositing.deposit(wish(enrolled.number, enrolled.number, reason="bank_fee"))
    assert hand.entry(entry_id).value["body"] == {
        "receipts": [hand.written(enrolled.action_id)[-1].entry_id],
        "amount": 33_600,
        "billing_code": "123456789012",
        "channel": "atm",
        "deposited_at": "2026-11-22T02:15:00.000Z",
        "difference": 0,
    }
    assert (hand.cash(), desk.depositing.in_hand()) == (0, ())
    assert desk.counting.strip().cash.oldest_at is None
    worker = hand.written(enrolled.action_id)[0].worker_id or ""
    assert {line.deposit for line in desk.finding.card(worker).ledger} == {DepositState.DEPOSITED}
    assert refused(desk, wish(enrolled.number)) is FailureCode.RECEIPT_DEPOSITED
    with pytest.raises(Failure) as void:
        desk.voiding.request(enrolled.number, "wrong_amount", "no_cash")
    assert void.value.code is FailureCode.RECEIPT_DEPOSITED
    hand.prove_rebuild()


def test_a_difference_needs_its_reason(desk: AgentDesk, hand: MoneyHand, enrolled: Receipt) -> None:
    assert refused(desk, wish(enrolled.number, amount=33_500)) is FailureCode.REASON_NOT_CHOSEN
    entry_id = desk.depositing.deposit(wish(enrolled.number, amount=33_500, reason="bank_fee"))
    body = hand.entry(entry_id).value["body"]
    assert (body["difference"], body["reason"], hand.cash()) == (-100, "bank_fee", 100)


def test_a_deposit_that_cannot_be_is_not_written(desk: AgentDesk, hand: MoneyHand, enrolled: Receipt) -> None:
    number = enrolled.number
    assert refused(desk, wish()) is FailureCode.NOTHING_TO_DEPOSIT
    assert refused(desk, wish("0Q2FK-01-000999-0")) is FailureCode.RECEIPT_UNKNOWN
    assert refused(desk, wish(number, amount=0)) is FailureCode.AMOUNT_MISSING
    for code in ("1234567", "1" * 21, "12345678A", "²²²²²²²²"):
        assert refused(desk, wish(number, billing_code=code)) is FailureCode.BILLING_CODE_UNFIT
    later = MARKET_DAY + timedelta(seconds=1)
    assert refused(desk, wish(number, deposited_at=later)) is FailureCode.DEPOSIT_NOT_YET
    request = desk.voiding.request(number, "wrong_amount", "no_cash")
    assert desk.depositing.in_hand()[0].held_back
    assert refused(desk, wish(number)) is FailureCode.VOID_OPEN
    hand.decide(request, "approved")
    assert (hand.cash(), desk.depositing.in_hand()) == (0, ())
    assert desk.counting.strip().cash.oldest_at is None
    assert refused(desk, wish(number)) is FailureCode.NOTHING_TO_VOID


def test_what_one_worker_got_back_is_not_deposited(
    desk: AgentDesk, hand: MoneyHand, enrolled: Receipt
) -> None:
    worker = hand.written(enrolled.action_id)[0].worker_id or ""
    other = desk.enrolling.enrol(
        filled_draft(desk, nik="3202081508900004", birth_date="1990-08-15", phone="081234567891", name="Asep")
    )
    second = hand.written(other.action_id)[0].worker_id or ""
    february = NOVEMBER.plus(3)
    number, _ = hand.pay(*farmer_lines(worker, 1, february), *farmer_lines(second, 1, february))
    request = desk.voiding.request(number, "wrong_amount", "cash_taken", second)
    decision = hand.decide(request, "approved", grants=True)
    assert refused(desk, wish(number, amount=16_800)) is FailureCode.VOID_OPEN
    desk.refunding.give_back(decision, "worker", "Asep", SIGNATURE)
    assert [one.rupiah for one in desk.depositing.in_hand()] == [33_600, 33_600, 16_800]
    desk.depositing.deposit(wish(number, amount=16_800))
    assert hand.cash() == 67_200


def test_cash_is_moved_with_a_reason_and_never_below_nothing(desk: AgentDesk, hand: MoneyHand) -> None:
    adjust = desk.adjusting.adjust
    adjust(CashStep.OPENING_FLOAT, 50_000, "opening_float")
    adjust(CashStep.SURPLUS, 500, "surplus")
    adjust(CashStep.SHORTAGE, 1_000, "shortage")
    entry_id = adjust(CashStep.HAND_OVER, 40_000, "office_hand_over")
    assert hand.entry(entry_id).value["body"] == {
        "what": "hand_over",
        "amount": 40_000,
        "reason": "office_hand_over",
    }
    assert hand.cash() == 9_500
    for what, amount, reason, failure in (
        (CashStep.HAND_OVER, 9_501, "office_hand_over", Failure(FailureCode.CASH_TOO_LITTLE, rupiah=9_500)),
        (CashStep.SURPLUS, 0, "surplus", Failure(FailureCode.AMOUNT_MISSING)),
        (CashStep.SURPLUS, 5, "bank_fee", Failure(FailureCode.REASON_NOT_CHOSEN)),
    ):
        with pytest.raises(Failure) as refusal:
            adjust(what, amount, reason)
        assert refusal.value == failure
    hand.prove_rebuild()


def test_missed_days_are_closed_in_order(desk: AgentDesk, hand: MoneyHand, clock: HandClock) -> None:
    closing = desk.closing_day
    assert closing.outlook() == ClosingOutlook(TODAY, 0, ())
    desk.adjusting.adjust(CashStep.OPENING_FLOAT, 50_000, "opening_float")
    clock.move(days=2)
    desk.adjusting.adjust(CashStep.SURPLUS, 500, "surplus")
    clock.move(days=1)
    desk.adjusting.adjust(CashStep.SHORTAGE, 200, "shortage")
    days = [TODAY, TODAY + timedelta(days=2), TODAY + timedelta(days=3)]
    assert closing.outlook() == ClosingOutlook(days[0], 50_000, (days[1], days[2]))
    with pytest.raises(Failure) as early:
        closing.close(days[1], {50_000: 1})
    assert early.value == Failure(FailureCode.EARLIER_DAY_OPEN, day="2026-11-22")
    closing.close(days[0], {50_000: 1, 100: 0})
    with pytest.raises(Failure) as differs:
        closing.close(days[1], {50_000: 1})
    assert differs.value.code is FailureCode.REASON_NOT_CHOSEN
    entry_id = closing.close(days[1], {50_000: 1}, "counting_error")
    assert hand.entry(entry_id).value["body"] == {
        "on": "2026-11-24",
        "counts": [{"denomination": 50_000, "count": 1}],
        "counted": 50_000,
        "expected": 50_500,
        "difference": -500,
        "reason": "counting_error",
    }
    assert closing.outlook() == ClosingOutlook(days[2], 50_300, ())
    closing.close(days[2], {50_000: 1, 200: 1, 100: 1})
    hand.prove_rebuild()


def test_a_day_is_closed_once_and_not_before_it_is_there(desk: AgentDesk, clock: HandClock) -> None:
    close = desk.closing_day.close
    close(TODAY, {})
    for on, counts, code in (
        (TODAY, {}, FailureCode.DAY_CLOSED_BEFORE),
        (TODAY + timedelta(days=1), {}, FailureCode.DAY_NOT_OVER),
        (TODAY, {3: 1}, FailureCode.COUNT_UNFIT),
        (TODAY, {500: -1}, FailureCode.COUNT_UNFIT),
    ):
        with pytest.raises(Failure) as refusal:
            close(on, counts)
        assert refusal.value.code is code
    clock.move(days=1)
    close(TODAY + timedelta(days=1), {})
