"""Records out of the ordinary: voids, corrections in conflict, purged and unreadable entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.kinds import EntryKind
from sync.rules.states import Move
from sync.server.domain.decisions import Request
from sync.server.refusals import Refusal
from sync.server.services.ledger import ledger_sum
from sync.server.services.review_reading import ReviewReading
from sync.server.services.reviewing import Reviewing
from tests.support.agent_laptop import AgentLaptop
from tests.support.branch_house import BranchHouse
from tests.support.reference_data import gazetteer, reference


class Office:
    """The services and one laptop."""

    def __init__(self, house: BranchHouse) -> None:
        self.reviewing = Reviewing(house.store, house.clock, reference(), gazetteer(), timedelta(minutes=30))
        self.reading = ReviewReading(house.store, gazetteer())
        self.reviewer = house.person()
        self.laptop = AgentLaptop(house.store, house.agent, "7Q2FK")
        self.store = house.store


@pytest.fixture
def office(house: BranchHouse) -> Office:
    return Office(house)


@pytest.mark.parametrize(("cash", "bucket"), [("no_cash", "voided"), ("cash_taken", "accepted")])
def test_an_approved_void_lowers_the_sum_only_where_no_cash_was_taken(
    office: Office, cash: str, bucket: str
) -> None:
    posted, kept = office.laptop.post(), office.laptop.post()
    body = VoidRequest.model_validate({"receipt": posted.receipt_id, "reason": "wrong_worker", "cash": cash})
    request = office.laptop.ask(EntryKind.VOID_REQUEST, body, posted)
    told = office.reviewing.decide(
        office.reviewer, request.entry_id, Request(Move.APPROVE, request.sealed.hash)
    )
    assert (told.decision_id is not None) == (cash == "cash_taken")
    with office.store.reading() as tx:
        assert {line.bucket for line in tx.money.lines(posted.action_id)} == {bucket}
        assert {line.bucket for line in tx.money.lines(kept.action_id)} == {"accepted"}
    totals = ledger_sum(office.store)
    assert (totals.lines, totals.rupiah, totals.receipts, totals.receipts_rupiah) == (4, 16_800, 2, 16_800)
    assert sum(totals.buckets.values()) == 16_800


def test_a_refused_void_changes_no_money(office: Office) -> None:
    posted = office.laptop.post()
    body = VoidRequest(receipt=posted.receipt_id, reason="wrong_worker", cash="no_cash")
    request = office.laptop.ask(EntryKind.VOID_REQUEST, body, posted)
    asked = Request(Move.REFUSE, request.sealed.hash, reason="not_working")
    assert office.reviewing.decide(office.reviewer, request.entry_id, asked).state == "refused"
    with office.store.reading() as tx:
        assert {line.bucket for line in tx.money.lines(posted.action_id)} == {"accepted"}


def test_a_correction_in_conflict_stands_beside_the_record_and_can_only_be_refused(office: Office) -> None:
    posted = office.laptop.post()
    office.laptop.correct(posted, phone="081200000002", verdict="conflict")
    (group,) = office.reading.queue(office.reviewer).groups
    assert [record.kind for record in group.records] == ["enrolment", "correction"]
    conflict = office.reading.record(office.reviewer, group.records[1].entry_id)
    assert dict(conflict.form.fields) == {"phone": "081200000002"}
    assert dict(conflict.form.previous) == {"phone": "081200000001"}
    enrolment = office.reading.record(office.reviewer, posted.entry_id)
    assert enrolment.form.fields["phone"] == "081200000001"
    with pytest.raises(Refusal) as refused:
        office.reviewing.decide(office.reviewer, conflict.entry_id, Request(Move.APPROVE, conflict.hash))
    assert refused.value.code == "move_refused"
    office.reviewing.decide(office.reviewer, posted.entry_id, Request(Move.APPROVE, enrolment.hash))
    assert office.reading.record(office.reviewer, conflict.entry_id).state == "flagged"
    office.reviewing.decide(
        office.reviewer, conflict.entry_id, Request(Move.REFUSE, conflict.hash, reason="not_working")
    )
    assert office.reading.queue(office.reviewer).groups == ()


def test_a_record_that_cannot_be_read_has_no_form_and_can_be_refused(office: Office) -> None:
    posted = office.laptop.post()
    with office.store.transaction() as tx:
        whole = tx.reviews.reviews([posted.entry_id])[posted.entry_id]
        broken = "01900000-0000-7000-8000-000000000001"
        flags = '["missing_field"]'
        tx.reviews.add([replace(whole, entry_id=broken, entry_hash="f" * 64, state="returned", flags=flags)])
    record = office.reading.record(office.reviewer, broken)
    assert (record.form.fields, record.findings, record.flags) == ({}, (), ("missing_field",))


def test_a_purged_record_still_shows_its_work(office: Office) -> None:
    posted = office.laptop.post("Siti Contoh", purged=True)
    record = office.reading.record(office.reviewer, posted.entry_id)
    assert record.form.fields["occupation"] == "Pedagang sayur"
    assert "name" not in record.form.fields
    (group,) = office.reading.queue(office.reviewer).groups
    assert group.records[0].worker_name == ""
