"""What is held waits on the reviewer's list, whole actions, until a person keeps or refuses its money."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sync.protocol.bodies.receipt import Receipt
from sync.protocol.entry import decode
from sync.protocol.kinds import EntryKind
from sync.rules.states import Move, ReviewState, VerdictKind
from sync.server.domain.decisions import Request
from sync.server.domain.receipt_standing import ReceiptAnswer, Standing
from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.services.accounts import Accounts, NewAccount, SignedIn
from sync.server.services.passwords import Passwords
from sync.server.services.receipts import ReceiptChecks
from sync.server.services.review_reading import ReviewReading
from sync.server.services.reviewing import Reviewing
from tests.support.field_laptop import NINE, Enrolled, FieldLaptop, farmer_lines, fresh_id, person
from tests.support.intake_house import IntakeHouse, field_house
from tests.support.reference_data import gazetteer, reference

__all__ = ["field_house"]

PRICE = 33_600
TO_CHECK = Standing.GENUINE_TO_CHECK


def scanned(checks: ReceiptChecks, paper: Enrolled) -> ReceiptAnswer:
    """What the public page says of the receipt of an enrolment."""
    body = decode(paper.entries[-1].raw, None).body  # type: ignore[union-attr]
    assert isinstance(body, Receipt)
    return checks.check(body.number, f"{body.on:%Y%m%d}", str(body.total), body.signature)


class Office:
    """A reviewer, a laptop whose person arrived, and its twin that wrote at the same places."""

    def __init__(self, house: IntakeHouse) -> None:
        self.house = house
        self.reading = ReviewReading(house.store, gazetteer())
        self.reviewing = Reviewing(house.store, house.clock, reference(), gazetteer(), timedelta(minutes=30))
        self.reviewer = self._reviewer()
        self.laptop = house.laptop()
        self.twin = FieldLaptop(self.laptop.device, self.laptop.key)
        self.stood = self.laptop.enrol(person(1))
        house.verdicts(self.laptop)

    def _reviewer(self) -> SignedIn:
        accounts = Accounts(self.house.store, self.house.clock, Passwords(64, 1), timedelta(hours=8))
        accounts.add(
            NewAccount("penyelia", "Penyelia", Role.REVIEWER, "kata-sandi-panjang", "branch"), "terminal"
        )
        return accounts.sign_in("penyelia", "kata-sandi-panjang")[1]

    def held(self) -> list[tuple[str, str]]:
        """Kind and entry of what is held in the queue."""
        groups = self.reading.queue(self.reviewer).groups
        return [
            (record.kind, record.entry_id)
            for group in groups
            for record in group.records
            if record.state is ReviewState.HELD
        ]

    def buckets(self, action_id: str) -> set[str]:
        with self.house.store.reading() as tx:
            return {line.bucket for line in tx.money.lines(action_id)}

    def decide(self, entry_id: str, move: Move, reason: str | None = None) -> None:
        digest = self.reading.record(self.reviewer, entry_id).hash
        self.reviewing.decide(self.reviewer, entry_id, Request(move, digest, reason))


@pytest.fixture
def office(field_house: IntakeHouse) -> Office:
    return Office(field_house)


@pytest.mark.parametrize(
    ("move", "reason", "state", "bucket"),
    [
        (Move.APPROVE, None, ReviewState.APPROVED, "accepted"),
        (Move.REFUSE, "other", ReviewState.REFUSED, "under_review"),
    ],
)
def test_a_held_action_is_settled_whole(
    office: Office, move: Move, reason: str | None, state: ReviewState, bucket: str
) -> None:
    forked = office.twin.enrol(person(2))
    office.house.verdicts(office.twin)
    assert office.held() == [("enrolment", forked.entry_id)]
    record = office.reading.record(office.reviewer, forked.entry_id)
    assert (record.form.fields["name"], record.form.fields["nik"]) == (person(2).name, person(2).nik)
    (queued,) = office.reading.queue(office.reviewer, ReviewState.HELD).groups
    assert [one.worker_name for one in queued.records] == [person(2).name]
    (rival,) = record.rivals
    assert (rival.number, rival.rupiah, rival.state) == (record.receipt_number, PRICE, ReviewState.RECEIVED)
    assert office.buckets(forked.action_id) == {"held"}
    office.decide(forked.entry_id, move, reason)
    assert office.held() == []
    assert office.buckets(forked.action_id) == {bucket}
    assert office.buckets(office.stood.action_id) == {"accepted"}
    with office.house.store.reading() as tx:
        together = tx.entries.of_actions([forked.action_id])
        states = {one.state for one in tx.reviews.reviews([e.record.entry_id for e in together]).values()}
        totals = tx.money.totals()
    assert states == {state.value}
    assert totals.rupiah == totals.receipts_rupiah == 2 * PRICE


@pytest.mark.parametrize(("move", "reason"), [(Move.APPROVE, None), (Move.REFUSE, "other")])
def test_both_receipts_under_one_number_are_genuine_to_whoever_scans_them(
    office: Office, move: Move, reason: str | None
) -> None:
    worker_id = fresh_id()
    forked = office.twin.enrol(person(2), worker_id=worker_id, lines=farmer_lines(worker_id, 2))
    checks = ReceiptChecks(office.house.store, practice=True)
    before, stands = scanned(checks, forked), scanned(checks, office.stood)
    assert (before.standing, before.amount, before.same_number) == (TO_CHECK, forked.total, 1)
    assert (stands.standing, stands.same_number) == (Standing.GENUINE_RECEIVED, 0)
    office.house.verdicts(office.twin)
    for paper, standing in ((forked, TO_CHECK), (office.stood, Standing.GENUINE_RECEIVED)):
        told = scanned(checks, paper)
        assert (told.standing, told.amount, told.same_number) == (standing, paper.total, 1)
        assert told.received_on == NINE.date()
    office.decide(forked.entry_id, move, reason)
    assert scanned(checks, forked).standing is Standing.GENUINE_RECEIVED


def test_what_a_revoked_laptop_pushed_is_to_be_checked_until_a_person_keeps_it(office: Office) -> None:
    lost = office.house.laptop(state="revoked_drain")
    pushed = lost.enrol(person(2))
    office.house.verdicts(lost)
    checks = ReceiptChecks(office.house.store, practice=True)
    assert scanned(checks, pushed).standing is TO_CHECK
    office.decide(pushed.entry_id, Move.APPROVE)
    assert scanned(checks, pushed).standing is Standing.GENUINE_RECEIVED


def test_two_receipts_that_say_the_same_name_nobody(office: Office) -> None:
    forked = office.twin.enrol(person(2))
    office.house.verdicts(office.twin)
    told = scanned(ReceiptChecks(office.house.store, practice=True), forked)
    assert (told.standing, told.worker, told.same_number) == (Standing.GENUINE_RECEIVED, "", 1)


def test_what_is_held_is_neither_opened_nor_sent_back(office: Office) -> None:
    forked = office.twin.enrol(person(2))
    office.house.verdicts(office.twin)
    for move in (Move.DUPLICATE, Move.NOT_DUPLICATE):
        with pytest.raises(Refusal) as refused:
            office.decide(forked.entry_id, move)
        assert refused.value.code == "move_refused"
    with pytest.raises(Refusal) as refused:
        office.reviewing.open(office.reviewer, forked.entry_id)
    assert refused.value.code == "move_refused"


def test_a_held_correction_and_a_held_void_wait_by_themselves(office: Office) -> None:
    forked = office.twin.enrol(person(2))
    office.twin.correct(forked, person(2), person(2, street="Kp. Lama"))
    office.twin.void("01935000-0000-7000-8000-0000000000ee")
    office.house.verdicts(office.twin)
    kinds = dict(office.held())
    assert set(kinds) == {"enrolment", "correction", "void_request"}
    office.decide(kinds["correction"], Move.APPROVE)
    with pytest.raises(Refusal) as refused:
        office.decide(kinds[EntryKind.VOID_REQUEST.value], Move.APPROVE)
    assert refused.value.code == "move_refused"
    office.decide(kinds[EntryKind.VOID_REQUEST.value], Move.REFUSE, "other")
    assert [kind for kind, _ in office.held()] == ["enrolment"]
    assert office.buckets(forked.action_id) == {"held"}


def test_a_payment_alone_is_led_by_its_contribution(office: Office) -> None:
    other = office.twin.enrol(person(2))
    office.twin.pay(fresh_id(), farmer_lines(other.worker_id, 1))
    office.house.verdicts(office.twin)
    assert sorted(kind for kind, _ in office.held()) == ["contribution", "enrolment"]


def test_a_person_who_was_kept_holds_the_nik_and_is_corrected(office: Office) -> None:
    worker_id = fresh_id()
    forked = office.twin.enrol(person(2), worker_id=worker_id)
    office.house.verdicts(office.twin)
    office.decide(forked.entry_id, Move.APPROVE)
    with office.house.store.reading() as tx:
        assert tx.workers.holders([person(2).nik])[person(2).nik].worker_id == worker_id
    corrected = office.laptop.correct(forked, person(2), person(2, street="Kp. Lama"))
    (verdict,) = office.house.verdicts(office.laptop)
    assert (verdict.kind, verdict.hash) == (VerdictKind.ACCEPTED, corrected.hash)
    record = office.reading.record(office.reviewer, forked.entry_id)
    assert (record.form.fields["street"], record.state) == ("Kp. Lama", ReviewState.FLAGGED)
    office.laptop.enrol(person(2))
    assert office.house.verdicts(office.laptop)[0].kind is VerdictKind.DUPLICATE


def test_a_person_whose_nik_is_held_by_somebody_else_is_flagged_again(office: Office) -> None:
    forked = office.twin.enrol(person(1))
    office.house.verdicts(office.twin)
    office.decide(forked.entry_id, Move.APPROVE)
    record = office.reading.record(office.reviewer, forked.entry_id)
    assert (record.state, record.flags) == (ReviewState.FLAGGED, ("fork", "duplicate"))
    assert office.buckets(forked.action_id) == {"under_review"}
    with office.house.store.reading() as tx:
        assert tx.workers.holders([person(1).nik])[person(1).nik].worker_id == office.stood.worker_id


def test_a_person_who_was_refused_is_nobody_to_corrections(office: Office) -> None:
    forked = office.twin.enrol(person(2))
    office.house.verdicts(office.twin)
    office.decide(forked.entry_id, Move.REFUSE, "other")
    office.laptop.correct(forked, person(2), person(2, street="Kp. Lama"))
    assert office.house.verdicts(office.laptop)[0].kind is VerdictKind.PARKED
    with office.house.store.reading() as tx:
        assert tx.workers.holders([person(2).nik]) == {}
