"""What a void request or a refund meets at the server, and where the money of its receipt lies afterwards."""

from __future__ import annotations

import pytest

from sync.rules.iuran_month import IuranMonth
from sync.rules.states import Move, ReviewState, VerdictKind
from sync.server.domain.decisions import Comment, Request
from sync.server.refusals import Refusal
from sync.server.services.review_reading import ReviewReading
from tests.support.deciding import REVIEWER
from tests.support.field_laptop import (
    entry_id_of,
    farmer_lines,
    fresh_id,
    person,
)
from tests.support.intake_house import IntakeHouse
from tests.support.reference_data import gazetteer
from tests.support.void_counter import Counter, all_lines, receipt_of

CONTRIBUTION = 2


@pytest.fixture
def counter(field_house: IntakeHouse) -> Counter:
    return Counter(field_house)


def test_a_void_without_cash_is_voided_once_it_is_approved(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1))
    request = counter.laptop.void(receipt_of(enrolled), worker_id=enrolled.worker_id)
    assert counter.push()[-1] == (VerdictKind.ACCEPTED, None)
    assert counter.receipt_state(receipt_of(enrolled)) == "void_requested"
    assert counter.buckets() == {"accepted": 33_600}
    with counter.house.store.reading() as tx:
        review = tx.reviews.reviews([entry_id_of(request)])[entry_id_of(request)]
    assert (review.rupiah, review.worker_id) == (33_600, enrolled.worker_id)
    record = ReviewReading(counter.house.store, gazetteer()).record(REVIEWER, entry_id_of(request))
    assert record.receipt_number is not None
    assert record.rivals == ()
    assert counter.decide(request, Move.APPROVE).decision_id is None
    assert counter.buckets() == {"voided": 33_600}
    assert counter.receipt_state(receipt_of(enrolled)) == "voided"
    counter.laptop.void(receipt_of(enrolled))
    assert counter.push() == [(VerdictKind.REFUSED, "nothing_to_undo")]


def test_cash_that_was_taken_is_refunded_by_the_decision_that_names_it(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1))
    request = counter.laptop.void(receipt_of(enrolled), "cash_taken")
    counter.push()
    told = counter.decide(request, Move.APPROVE)
    assert told.decision_id is not None
    assert counter.buckets() == {"accepted": 33_600}
    assert counter.receipt_state(receipt_of(enrolled)) == "void_requested"
    for amount, decision, code in (
        (33_600, "nobody", "decision_unknown"),
        (33_599, told.decision_id, "amount_differs"),
    ):
        counter.laptop.refund(receipt_of(enrolled), decision, amount)
        assert counter.push() == [(VerdictKind.NEEDS_FIX, code)]
    counter.laptop.refund(
        receipt_of(enrolled), told.decision_id, 33_600, all_lines(enrolled.entries[CONTRIBUTION], [0])
    )
    counter.laptop.refund(entry_id_of(enrolled.entries[0]), told.decision_id, 33_600)
    assert counter.push() == [(VerdictKind.NEEDS_FIX, "lines_differ")] * 2
    counter.laptop.refund(receipt_of(enrolled), told.decision_id, 33_600)
    counter.laptop.refund(receipt_of(enrolled), told.decision_id, 33_600)
    assert counter.push() == [(VerdictKind.ACCEPTED, None), (VerdictKind.NEEDS_FIX, "refunded_before")]
    assert counter.buckets() == {"refunded": 33_600}
    assert counter.receipt_state(receipt_of(enrolled)) == "refunded"
    counter.laptop.refund(receipt_of(enrolled), told.decision_id, 33_600)
    assert counter.push() == [(VerdictKind.NEEDS_FIX, "refunded_before")]


def test_a_refund_that_another_agent_was_granted_is_not_ones_own(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1))
    request = counter.laptop.void(receipt_of(enrolled), "cash_taken")
    counter.push()
    told = counter.decide(request, Move.APPROVE)
    other = counter.house.laptop("agent-2")
    other.refund(receipt_of(enrolled), str(told.decision_id), 33_600)
    assert counter.push(other) == [(VerdictKind.NEEDS_FIX, "decision_unknown")]
    assert counter.buckets() == {"accepted": 33_600}


def test_a_refused_void_leaves_the_receipt_as_it_was(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1))
    request = counter.laptop.void(receipt_of(enrolled), "cash_taken")
    counter.push()
    assert counter.refuse(request).decision_id is None
    assert counter.buckets() == {"accepted": 33_600}
    assert counter.receipt_state(receipt_of(enrolled)) == "issued"
    counter.laptop.void(receipt_of(enrolled))
    assert counter.push() == [(VerdictKind.ACCEPTED, None)]


@pytest.mark.parametrize(("move", "reason"), [(Move.SEND_BACK, "other"), (Move.DUPLICATE, None)])
def test_a_request_is_approved_or_refused_and_nothing_else(
    counter: Counter, move: Move, reason: str | None
) -> None:
    enrolled = counter.laptop.enrol(person(1))
    request = counter.laptop.void(receipt_of(enrolled))
    counter.push()
    asked = Request(move, request.hash, reason, comments=(Comment("reason", "Mana?"),))
    with pytest.raises(Refusal) as refused:
        counter.reviewing.decide(REVIEWER, entry_id_of(request), asked)
    assert refused.value.code == "move_refused"
    assert counter.receipt_state(receipt_of(enrolled)) == "void_requested"
    assert counter.told() == []


def test_a_second_request_is_refused_and_the_laptop_is_told(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1))
    first = counter.laptop.void(receipt_of(enrolled))
    second = counter.laptop.void(receipt_of(enrolled), "cash_taken")
    verdict = counter.house.verdicts(counter.laptop)[-1]
    assert (verdict.kind, verdict.code) == (VerdictKind.REFUSED, "void_requested_before")
    assert verdict.theirs == first.hash
    assert counter.told() == [(entry_id_of(second), "refused")]
    third = counter.laptop.void(receipt_of(enrolled))
    assert counter.push() == [(VerdictKind.REFUSED, "void_requested_before")]
    assert counter.told()[-1] == (entry_id_of(third), "refused")
    assert counter.receipt_state(receipt_of(enrolled)) == "void_requested"


def test_one_worker_of_a_receipt_is_voided_and_the_others_stay(counter: Counter) -> None:
    first, second = counter.laptop.enrol(person(1)), counter.laptop.enrol(person(2))
    february = IuranMonth(2027, 2)
    lines = (*farmer_lines(first.worker_id, 1, february), *farmer_lines(second.worker_id, 1, february))
    counter.laptop.pay(fresh_id(), lines)
    contribution, receipt = counter.laptop.outbox[-2:]
    of_first = [place for place, line in enumerate(lines) if line.worker_id == first.worker_id]
    for places in (of_first[:1], range(len(lines))):
        counter.laptop.void(entry_id_of(receipt), lines=all_lines(contribution, places))
    request = counter.laptop.void(entry_id_of(receipt), lines=all_lines(contribution, of_first))
    assert counter.push()[-3:] == [
        (VerdictKind.REFUSED, "lines_differ"),
        (VerdictKind.REFUSED, "lines_differ"),
        (VerdictKind.ACCEPTED, None),
    ]
    counter.decide(request, Move.APPROVE)
    assert counter.buckets() == {"accepted": 67_200 + 16_800, "voided": 16_800}
    assert counter.receipt_state(entry_id_of(receipt)) == "issued"
    rest = counter.laptop.void(entry_id_of(receipt), "cash_taken")
    counter.push()
    told = counter.decide(rest, Move.APPROVE)
    counter.laptop.refund(entry_id_of(receipt), str(told.decision_id), 16_800)
    assert counter.push() == [(VerdictKind.ACCEPTED, None)]
    assert counter.buckets() == {"accepted": 67_200, "voided": 16_800, "refunded": 16_800}
    assert counter.receipt_state(entry_id_of(receipt)) == "refunded"


def test_payments_are_voided_newest_first_one_after_another(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1))
    counter.laptop.pay(fresh_id(), farmer_lines(enrolled.worker_id, 1, IuranMonth(2027, 2)))
    counter.laptop.void(entry_id_of(counter.laptop.outbox[-1]))
    counter.laptop.pay(fresh_id(), farmer_lines(enrolled.worker_id, 1, IuranMonth(2027, 2)))
    newest = counter.laptop.void(entry_id_of(counter.laptop.outbox[-1]))
    assert [verdict for verdict in counter.push() if verdict != (VerdictKind.ACCEPTED, None)] == []
    counter.laptop.void(receipt_of(enrolled))
    assert counter.push() == [(VerdictKind.ACCEPTED, None)]
    counter.refuse(newest)
    assert counter.flags(newest) == []


def test_an_earlier_payment_and_an_unknown_reason_are_for_the_reviewer_to_see(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1))
    counter.laptop.pay(fresh_id(), farmer_lines(enrolled.worker_id, 1, IuranMonth(2027, 2)))
    newest = entry_id_of(counter.laptop.outbox[-1])
    early = counter.laptop.void(receipt_of(enrolled))
    late = counter.laptop.void(newest, reason="because")
    assert counter.push()[-2:] == [
        (VerdictKind.ACCEPTED_REVIEW, "void_not_newest"),
        (VerdictKind.ACCEPTED_REVIEW, "reason_unknown"),
    ]
    assert (counter.flags(early), counter.flags(late)) == (["void_not_newest"], ["reason_unknown"])


def test_a_request_that_overtook_its_receipt_is_judged_when_that_arrives(counter: Counter) -> None:
    laptop = counter.laptop
    enrolled = laptop.enrol(person(1))
    before = list(laptop.outbox)
    laptop.outbox = []
    request = laptop.void(receipt_of(enrolled), worker_id=enrolled.worker_id)
    twice = laptop.void(receipt_of(enrolled))
    verdicts = counter.house.verdicts(laptop)
    assert [(verdict.kind, verdict.missing) for verdict in verdicts] == [
        (VerdictKind.PARKED, receipt_of(enrolled))
    ] * 2
    counter.house.verdicts(laptop, laptop.packed(entries=before))
    with counter.house.store.reading() as tx:
        review = tx.reviews.reviews([entry_id_of(request)])[entry_id_of(request)]
    assert (review.state, review.rupiah, review.worker_id) == ("received", 33_600, enrolled.worker_id)
    assert counter.receipt_state(receipt_of(enrolled)) == "void_requested"
    assert set(counter.told()) == {(entry_id_of(request), "received"), (entry_id_of(twice), "refused")}
    counter.decide(request, Move.APPROVE)
    assert counter.buckets() == {"voided": 33_600}


def test_another_agents_receipt_that_arrives_later_is_not_ones_own(counter: Counter) -> None:
    other = counter.house.laptop("agent-2")
    enrolled = other.enrol(person(1))
    request = counter.laptop.void(receipt_of(enrolled))
    assert counter.push() == [(VerdictKind.PARKED, None)]
    counter.push(other)
    with counter.house.store.reading() as tx:
        review = tx.reviews.reviews([entry_id_of(request)])[entry_id_of(request)]
    assert (review.state, review.receipt_number) == ("refused", None)
    assert counter.buckets() == {"accepted": 33_600}


def test_a_refused_enrolment_is_a_decision_that_names_a_refund(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1))
    counter.push()
    told = counter.decide(enrolled.entries[0], Move.REFUSE, "not_working")
    assert counter.buckets() == {"under_review": 33_600}
    counter.laptop.refund(receipt_of(enrolled), str(told.decision_id), 33_600)
    assert counter.push() == [(VerdictKind.ACCEPTED, None)]
    assert counter.buckets() == {"refunded": 33_600}


def test_a_double_payment_that_is_refused_is_given_back(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1))
    counter.laptop.pay(fresh_id(), farmer_lines(enrolled.worker_id, 1))
    again, receipt = counter.laptop.outbox[-2:]
    assert counter.push()[-2:] == [
        (VerdictKind.ACCEPTED_REVIEW, "month_already_paid"),
        (VerdictKind.ACCEPTED, None),
    ]
    told = counter.decide(again, Move.REFUSE, "not_justified")
    counter.laptop.refund(entry_id_of(receipt), str(told.decision_id), 8_400)
    assert counter.push() == [(VerdictKind.ACCEPTED, None)]
    assert counter.buckets() == {"accepted": 33_600, "refunded": 8_400}


def test_a_receipt_that_does_not_add_up_is_voided_with_its_difference(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1), total=50_000)
    request = counter.laptop.void(receipt_of(enrolled))
    assert counter.push()[-1] == (VerdictKind.ACCEPTED, None)
    counter.decide(request, Move.APPROVE)
    assert counter.buckets() == {"voided": 50_000}


def test_the_second_receipt_of_an_action_is_given_back_alone(counter: Counter) -> None:
    enrolled, action_id = counter.laptop.enrol(person(1)), fresh_id()
    counter.laptop.pay(action_id, farmer_lines(enrolled.worker_id, 1, IuranMonth(2027, 2)))
    counter.laptop.pay(action_id, farmer_lines(enrolled.worker_id, 1))
    again, receipt = counter.laptop.outbox[-2:]
    counter.push()
    told = counter.decide(again, Move.REFUSE, "not_justified")
    counter.laptop.refund(entry_id_of(receipt), str(told.decision_id), 8_400)
    assert counter.push() == [(VerdictKind.ACCEPTED, None)]
    assert counter.buckets()["refunded"] == 8_400


def test_a_refused_enrolment_that_nobody_paid_for_names_no_money(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1))
    counter.laptop.outbox = counter.laptop.outbox[:2]
    counter.push()
    told = counter.decide(enrolled.entries[0], Move.REFUSE, "not_working")
    counter.laptop.refund(receipt_of(enrolled), str(told.decision_id), 33_600)
    assert counter.push() == [(VerdictKind.NEEDS_FIX, "decision_unknown")]


def test_a_refusal_that_was_taken_back_names_no_refund_any_more(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1))
    counter.push()
    told = counter.decide(enrolled.entries[0], Move.REFUSE, "not_working")
    counter.laptop.correct(enrolled, person(1), person(1, street="Jl. Baru 2"))
    counter.push()
    with counter.house.store.reading() as tx:
        assert tx.reviews.reviews([enrolled.entry_id])[enrolled.entry_id].state == ReviewState.FLAGGED
    counter.laptop.refund(receipt_of(enrolled), str(told.decision_id), 33_600)
    assert counter.push() == [(VerdictKind.NEEDS_FIX, "decision_unknown")]


def test_from_a_revoked_device_a_request_is_held(counter: Counter) -> None:
    enrolled = counter.laptop.enrol(person(1))
    counter.push()
    lost = counter.house.laptop(state="revoked_drain")
    lost.void(receipt_of(enrolled))
    lost.refund(receipt_of(enrolled), "nobody", 1)
    assert counter.push(lost) == [(VerdictKind.HELD, "device_revoked")] * 2
    assert counter.receipt_state(receipt_of(enrolled)) == "issued"
