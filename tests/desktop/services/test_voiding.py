"""A void is asked for once, for the newest payment, while its cash is in hand; its months are free at once."""

from __future__ import annotations

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage.projections import ledger
from sync.rules.iuran_month import IuranMonth
from tests.support.desk_money import MoneyHand
from tests.support.desks import filled_draft
from tests.support.field_laptop import farmer_lines

NOVEMBER, FEBRUARY = IuranMonth(2026, 11), IuranMonth(2027, 2)


@pytest.fixture
def hand(desk: AgentDesk) -> MoneyHand:
    return MoneyHand(desk)


@pytest.fixture
def enrolled(desk: AgentDesk) -> Receipt:
    return desk.enrolling.enrol(filled_draft(desk))


@pytest.fixture
def worker(hand: MoneyHand, enrolled: Receipt) -> str:
    return hand.written(enrolled.action_id)[0].worker_id or ""


def refused(desk: AgentDesk, number: str, worker_id: str | None = None) -> FailureCode:
    """Why a void cannot be asked for; saying what it would be about refuses the same."""
    with pytest.raises(Failure) as looked:
        desk.voiding.outlook(number, worker_id)
    with pytest.raises(Failure) as asked:
        desk.voiding.request(number, "wrong_amount", "no_cash", worker_id)
    assert looked.value == asked.value
    return asked.value.code


def test_a_void_is_said_before_it_is_asked_for(desk: AgentDesk, enrolled: Receipt, worker: str) -> None:
    outlook = desk.voiding.outlook(enrolled.number)
    assert (outlook.rupiah, outlook.breaks_run) == (33_600, True)
    assert outlook.months == {worker: (NOVEMBER, NOVEMBER.plus(1), NOVEMBER.plus(2))}


def test_from_the_request_on_its_months_are_unpaid_and_cash_stays(
    desk: AgentDesk, hand: MoneyHand, enrolled: Receipt, worker: str
) -> None:
    assert hand.paid_until(worker) == "2027-01"
    request = desk.voiding.request(enrolled.number, "wrong_months", "no_cash")
    body = hand.entry(request).value["body"]
    assert body == {
        "receipt": hand.written(enrolled.action_id)[-1].entry_id,
        "reason": "wrong_months",
        "cash": "no_cash",
    }
    assert hand.entry(request).worker_id == worker
    assert hand.paid_until(worker) is None
    strip = desk.counting.strip()
    assert (strip.cash.rupiah, strip.cash.voids_awaiting) == (33_600, 33_600)
    assert refused(desk, enrolled.number) is FailureCode.VOID_REQUESTED_BEFORE
    again, _ = hand.pay(*farmer_lines(worker, 1))
    assert hand.paid_until(worker) == "2026-11"
    hand.decide(request, "approved")
    assert (hand.cash(), hand.paid_until(worker)) == (8_400, "2026-11")
    assert refused(desk, enrolled.number) is FailureCode.NOTHING_TO_VOID
    assert desk.voiding.outlook(again).rupiah == 8_400
    hand.prove_rebuild()


def test_a_refused_void_leaves_a_double_payment_and_is_read_once(
    desk: AgentDesk, hand: MoneyHand, enrolled: Receipt, worker: str
) -> None:
    request = desk.voiding.request(enrolled.number, "wrong_amount", "cash_taken")
    number, _ = hand.pay(*farmer_lines(worker, 1))
    hand.decide(request, "refused", reason="not_justified")
    assert hand.paid_until(worker) == "2027-01"
    assert hand.cash() == 42_000
    assert desk.counting.strip().to_fix.count == 1
    desk.voiding.seen(request)
    desk.voiding.seen("nothing")
    assert desk.counting.strip().to_fix.count == 0
    assert refused(desk, enrolled.number) is FailureCode.VOID_NOT_NEWEST
    desk.voiding.request(number, "paid_twice", "cash_taken")
    desk.voiding.request(enrolled.number, "worker_withdrew", "no_cash")
    hand.prove_rebuild()


def test_one_worker_of_a_list_is_voided_alone(desk: AgentDesk, hand: MoneyHand, worker: str) -> None:
    other = desk.enrolling.enrol(
        filled_draft(desk, nik="3202081508900004", birth_date="1990-08-15", phone="081234567891", name="Asep")
    )
    second = hand.written(other.action_id)[0].worker_id or ""
    lines = (*farmer_lines(worker, 1, FEBRUARY), *farmer_lines(second, 1, FEBRUARY))
    number, contribution = hand.pay(*lines)
    outlook = desk.voiding.outlook(number, second)
    assert (outlook.rupiah, outlook.months, outlook.breaks_run) == (16_800, {second: (FEBRUARY,)}, False)
    request = desk.voiding.request(number, "wrong_amount", "no_cash", second)
    named = [(one["contribution"], one["line"]) for one in hand.entry(request).value["body"]["lines"]]
    assert named == [(contribution, 2), (contribution, 3)]
    assert hand.entry(request).worker_id == second
    assert (hand.paid_until(worker), hand.paid_until(second)) == ("2027-02", "2027-01")
    assert refused(desk, number) is FailureCode.VOID_REQUESTED_BEFORE
    hand.decide(request, "approved")
    assert hand.cash() == 2 * 33_600 + 16_800
    whole = desk.voiding.request(number, "wrong_amount", "no_cash")
    assert "lines" not in hand.entry(whole).value["body"]
    hand.decide(whole, "approved")
    assert hand.cash() == 2 * 33_600
    hand.prove_rebuild()


def test_a_list_is_voided_whole(desk: AgentDesk, hand: MoneyHand, worker: str) -> None:
    other = desk.enrolling.enrol(
        filled_draft(desk, nik="3202081508900004", birth_date="1990-08-15", phone="081234567891", name="Asep")
    )
    second = hand.written(other.action_id)[0].worker_id or ""
    number, _ = hand.pay(*farmer_lines(worker, 1, FEBRUARY), *farmer_lines(second, 1, FEBRUARY))
    request = desk.voiding.request(number, "wrong_amount", "no_cash")
    assert hand.entry(request).worker_id is None
    assert (hand.paid_until(worker), hand.paid_until(second)) == ("2027-01", "2027-01")


def test_a_credit_goes_with_the_receipt_that_used_it(desk: AgentDesk, hand: MoneyHand, worker: str) -> None:
    number, _ = hand.pay(*farmer_lines(worker, 1, FEBRUARY), credit=6_800)
    assert hand.cash() == 33_600 + 10_000
    assert desk.voiding.outlook(number).rupiah == 10_000
    request = desk.voiding.request(number, "wrong_amount", "no_cash")
    hand.decide(request, "approved")
    assert hand.cash() == 33_600
    hand.decide(request, "refused")
    assert hand.cash() == 33_600 + 10_000
    hand.prove_rebuild()


def test_a_deposited_receipt_is_not_voided(desk: AgentDesk, hand: MoneyHand, enrolled: Receipt) -> None:
    receipt_id = hand.written(enrolled.action_id)[-1].entry_id
    with desk.enrolling.database.transaction() as session:
        ledger.deposit(session, "setoran", [receipt_id])
    assert refused(desk, enrolled.number) is FailureCode.RECEIPT_DEPOSITED


def test_what_is_not_here_is_not_voided(desk: AgentDesk, enrolled: Receipt) -> None:
    assert refused(desk, "0Q2FK-01-000999-0") is FailureCode.RECEIPT_UNKNOWN
    assert refused(desk, enrolled.number, "nobody") is FailureCode.WORKER_UNKNOWN
    with pytest.raises(Failure) as unreasoned:
        desk.voiding.request(enrolled.number, "not_working", "no_cash")
    assert unreasoned.value.code is FailureCode.REASON_NOT_CHOSEN
