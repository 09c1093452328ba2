"""Money is given back once, whole, after a decision that names it, and cash in hand falls when it is written."""

from __future__ import annotations

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.undoing import RefundDue
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolment_versions import decoded
from sync.protocol.bodies.refund import RefundPersonal
from sync.rules.iuran_month import IuranMonth
from tests.support.desk_money import MoneyHand
from tests.support.desks import SIGNATURE, filled_draft
from tests.support.field_laptop import farmer_lines

FEBRUARY = IuranMonth(2027, 2)


@pytest.fixture
def hand(desk: AgentDesk) -> MoneyHand:
    return MoneyHand(desk)


@pytest.fixture
def enrolled(desk: AgentDesk) -> Receipt:
    return desk.enrolling.enrol(filled_draft(desk))


def worker_of(hand: MoneyHand, receipt: Receipt) -> str:
    """The worker of an enrolment."""
    return hand.written(receipt.action_id)[0].worker_id or ""


def second_worker(desk: AgentDesk, hand: MoneyHand) -> str:
    """Somebody else who is enrolled here."""
    other = filled_draft(
        desk, nik="3202081508900004", birth_date="1990-08-15", phone="081234567891", name="Asep"
    )
    return worker_of(hand, desk.enrolling.enrol(other))


def test_a_void_with_cash_is_given_back_and_signed_for(
    desk: AgentDesk, hand: MoneyHand, enrolled: Receipt
) -> None:
    request = desk.voiding.request(enrolled.number, "wrong_amount", "cash_taken")
    assert desk.refunding.due() == ()
    decision = hand.decide(request, "approved", grants=True)
    worker = worker_of(hand, enrolled)
    due = RefundDue(decision, request, enrolled.number, worker, "Ma'rifah Wijaya", 33_600)
    assert desk.refunding.due() == (due,)
    assert (hand.cash(), desk.counting.strip().cash.voids_awaiting) == (33_600, 0)
    assert {line.bucket for line in desk.finding.card(worker).ledger} == {"pending"}
    refund = desk.refunding.give_back(decision, "worker", " Ma'rifah  Wijaya ", SIGNATURE)
    written = decoded(hand.entry(refund))
    assert written is not None
    assert isinstance(written.personal, RefundPersonal)
    assert (written.personal.name, written.personal.signature) == ("Ma'rifah Wijaya", SIGNATURE)
    assert written.body.model_dump(exclude_none=True) == {
        "receipt": hand.written(enrolled.action_id)[-1].entry_id,
        "amount": 33_600,
        "decision_id": decision,
        "received_by": "worker",
    }
    assert (hand.cash(), desk.refunding.due()) == (0, ())
    assert {line.bucket for line in desk.finding.card(worker).ledger} == {"refunded"}
    with pytest.raises(Failure) as again:
        desk.refunding.give_back(decision, "worker", "Ma'rifah", SIGNATURE)
    assert again.value.code is FailureCode.REFUNDED_BEFORE
    hand.prove_rebuild()


def test_a_refused_enrolment_is_given_back_and_leaves_the_counter(
    desk: AgentDesk, hand: MoneyHand, enrolled: Receipt
) -> None:
    enrolment = hand.written(enrolled.action_id)[0]
    decision = hand.decide(enrolment.entry_id, "refused", grants=True, reason="not_working")
    assert desk.counting.strip().to_fix.count == 1
    assert desk.refunding.due()[0].rupiah == 33_600
    desk.refunding.give_back(decision, "worker", "Ma'rifah", SIGNATURE)
    assert desk.counting.strip().to_fix.count == 0
    assert (hand.cash(), hand.paid_until(worker_of(hand, enrolled))) == (0, None)
    hand.prove_rebuild()


def test_money_about_which_a_void_is_asked_waits_for_its_decision(
    desk: AgentDesk, hand: MoneyHand, enrolled: Receipt
) -> None:
    enrolment = hand.written(enrolled.action_id)[0].entry_id
    request = desk.voiding.request(enrolled.number, "wrong_amount", "no_cash")
    decision = hand.decide(enrolment, "refused", grants=True, reason="not_justified")
    assert desk.refunding.due() == ()
    with pytest.raises(Failure) as refused:
        desk.refunding.give_back(decision, "worker", "Ma'rifah Wijaya", SIGNATURE)
    assert refused.value.code is FailureCode.VOID_OPEN
    assert hand.cash() == 33_600
    hand.decide(request, "refused", reason="not_justified")
    assert [one.decision_id for one in desk.refunding.due()] == [decision]
    desk.refunding.give_back(decision, "worker", "Ma'rifah Wijaya", SIGNATURE)
    assert hand.cash() == 0


def test_a_decision_that_was_taken_back_grants_nothing(
    desk: AgentDesk, hand: MoneyHand, enrolled: Receipt
) -> None:
    enrolment = hand.written(enrolled.action_id)[0]
    decision = hand.decide(enrolment.entry_id, "refused", grants=True)
    hand.decide(enrolment.entry_id, "flagged")
    assert desk.refunding.due() == ()
    with pytest.raises(Failure) as refused:
        desk.refunding.give_back(decision, "worker", "Ma'rifah", SIGNATURE)
    assert refused.value.code is FailureCode.REFUND_NOT_DECIDED
    assert hand.cash() == 33_600
    hand.prove_rebuild()


def test_a_double_payment_is_given_back_alone(desk: AgentDesk, hand: MoneyHand, enrolled: Receipt) -> None:
    worker = worker_of(hand, enrolled)
    _, contribution = hand.pay(*farmer_lines(worker, 1))
    decision = hand.decide(contribution, "refused", grants=True, reason="not_justified")
    assert [due.rupiah for due in desk.refunding.due()] == [8_400]
    refund = desk.refunding.give_back(decision, "payer", "Asep", SIGNATURE)
    assert "lines" not in hand.entry(refund).value["body"]
    assert (hand.cash(), hand.paid_until(worker)) == (33_600, "2027-01")


def test_one_worker_of_a_list_is_given_back(desk: AgentDesk, hand: MoneyHand, enrolled: Receipt) -> None:
    first, second = worker_of(hand, enrolled), second_worker(desk, hand)
    number, contribution = hand.pay(*farmer_lines(first, 1, FEBRUARY), *farmer_lines(second, 1, FEBRUARY))
    request = desk.voiding.request(number, "wrong_amount", "cash_taken", second)
    decision = hand.decide(request, "approved", grants=True)
    (due,) = desk.refunding.due()
    assert (due.worker_id, due.rupiah) == (second, 16_800)
    refund = desk.refunding.give_back(decision, "worker", "Asep", SIGNATURE)
    body = hand.entry(refund).value["body"]
    assert [(one["contribution"], one["line"]) for one in body["lines"]] == [
        (contribution, 2),
        (contribution, 3),
    ]
    whole = hand.decide(contribution, "refused", grants=True)
    (rest,) = desk.refunding.due()
    assert (rest.decision_id, rest.worker_id, rest.worker_name, rest.rupiah) == (whole, None, "", 16_800)
    desk.refunding.give_back(whole, "representative", "Ketua", SIGNATURE)
    assert hand.cash() == 2 * 33_600
    hand.prove_rebuild()


def test_a_credit_is_not_given_back_in_cash(desk: AgentDesk, hand: MoneyHand, enrolled: Receipt) -> None:
    worker = worker_of(hand, enrolled)
    number, _ = hand.pay(*farmer_lines(worker, 1, FEBRUARY), credit=6_800)
    request = desk.voiding.request(number, "paid_twice", "cash_taken")
    decision = hand.decide(request, "approved", grants=True)
    desk.refunding.give_back(decision, "worker", "Ma'rifah", SIGNATURE)
    assert hand.cash() == 33_600


def test_a_decision_about_no_money_grants_nothing(
    desk: AgentDesk, hand: MoneyHand, enrolled: Receipt
) -> None:
    consent = hand.written(enrolled.action_id)[1]
    hand.decide(consent.entry_id, "refused", grants=True)
    request = desk.voiding.request(enrolled.number, "wrong_amount", "cash_taken")
    hand.decide(request, "refused")
    hand.decide(request, "approved", grants=True)
    assert [due.entry_id for due in desk.refunding.due()] == [consent.entry_id]


def test_a_refund_needs_a_name_a_signature_and_a_decision(
    desk: AgentDesk, hand: MoneyHand, enrolled: Receipt
) -> None:
    request = desk.voiding.request(enrolled.number, "wrong_amount", "cash_taken")
    decision = hand.decide(request, "approved", grants=True)
    for name, signature, failure in (
        ("  ", SIGNATURE, Failure(FailureCode.REFUND_UNSIGNED)),
        ("Asep", (((5, 5),),), Failure(FailureCode.REFUND_UNSIGNED)),
        ("A" * 201, SIGNATURE, Failure(FailureCode.FIELD_UNFIT, field="name")),
    ):
        with pytest.raises(Failure) as refused:
            desk.refunding.give_back(decision, "worker", name, signature)
        assert refused.value == failure
    with pytest.raises(Failure) as unknown:
        desk.refunding.give_back("nobody", "worker", "Asep", SIGNATURE)
    assert unknown.value.code is FailureCode.REFUND_NOT_DECIDED
    assert hand.cash() == 33_600
