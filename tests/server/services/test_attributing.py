"""Money for somebody unknown is given to the worker it was paid for, its lines moving with it and adding up."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from sync.protocol.bodies.contribution import ContributionPersonal, UnknownWorker
from sync.protocol.entry import SealedEntry
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import Move, VerdictKind
from sync.server.refusals import Refusal
from sync.server.services.attributing import Attributing
from sync.server.services.auditing import trail
from sync.server.services.review_reading import ReviewReading
from sync.server.services.unparking import suspend_parked
from tests.support.deciding import REVIEWER
from tests.support.field_laptop import (
    NINE,
    Enrolled,
    FieldLaptop,
    entry_id_of,
    farmer_lines,
    fresh_id,
    person,
    salt,
)
from tests.support.intake_house import IntakeHouse, field_house
from tests.support.reference_data import gazetteer
from tests.support.void_counter import Counter

__all__ = ["field_house"]

PRICE, PAID, EARLY = 33_600, 16_800, 8_400
FOLLOWING = IuranMonth(2027, 2)


class Desk:
    """A branch with one enrolled worker, and the reviewer who gives money to its owner."""

    def __init__(self, house: IntakeHouse) -> None:
        self.counter = Counter(house)
        self.house = house
        self.enrolled: Enrolled = self.counter.laptop.enrol(person(1, name="Siti Contoh"))
        self.counter.push()
        self.attributing = Attributing(house.store, house.clock, timedelta(minutes=30))

    def pay(self, laptop: FieldLaptop, month: IuranMonth = FOLLOWING, nik: str | None = None) -> SealedEntry:
        """A payment for somebody under another id, named by NIK where one is given."""
        payer = fresh_id()
        who = None
        if nik is not None:
            who = ContributionPersonal(
                salt=salt(), blobs=(), workers=(UnknownWorker(worker_id=payer, nik=nik, name="Siti"),)
            )
        laptop.pay(fresh_id(), farmer_lines(payer, 1, month), personal=who)
        paid = laptop.outbox[-2]
        self.counter.push(laptop)
        return paid

    def strangers(self, paid: SealedEntry) -> list[tuple[str, str, int]]:
        record = ReviewReading(self.house.store, gazetteer()).record(REVIEWER, entry_id_of(paid))
        return [(one.worker_id, one.nik, one.rupiah) for one in record.strangers]

    def attribute(self, paid: SealedEntry, worker_id: str | None = None, payer: str | None = None) -> None:
        named = payer or self.strangers(paid)[0][0]
        worker = worker_id or self.enrolled.worker_id
        self.attributing.attribute(REVIEWER, entry_id_of(paid), paid.hash, named, worker)

    def paid_months(self) -> frozenset[str]:
        with self.house.store.reading() as tx:
            return tx.money.paid_months([self.enrolled.worker_id])[self.enrolled.worker_id]

    def rows(self, agent: str, kind: str) -> list[dict[str, str]]:
        with self.house.store.reading() as tx:
            return [json.loads(row.payload) for row in tx.feed.page(agent, 0, 1000)[0] if row.kind == kind]


@pytest.fixture
def desk(field_house: IntakeHouse) -> Desk:
    return Desk(field_house)


def test_what_was_in_suspense_is_its_owners_and_a_person_decides(desk: Desk) -> None:
    paid = desk.pay(desk.counter.laptop)
    with desk.house.store.transaction() as tx:
        suspend_parked(tx, NINE + timedelta(days=6))
    assert desk.counter.buckets() == {"accepted": PRICE, "held": PAID}
    ((payer, nik, rupiah),) = desk.strangers(paid)
    assert (nik, rupiah) == ("", PAID)
    desk.attribute(paid)
    assert str(FOLLOWING) in desk.paid_months()
    assert desk.counter.buckets() == {"accepted": PRICE, "under_review": PAID}
    assert desk.strangers(paid) == []
    (told,) = desk.rows("agent-1", "attribution")
    assert (told["payer"], told["worker_id"]) == (payer, desk.enrolled.worker_id)
    assert (told["entry_id"], told["hash"]) == (entry_id_of(paid), paid.hash)
    assert desk.rows("agent-1", "decision")[-1]["state"] == "flagged"
    assert desk.rows("agent-1", "worker") == []
    (act,) = [one for one in trail(desk.house.store, 0, 100) if one.act == "payment_attributed"]
    assert act.subject == entry_id_of(paid)
    desk.counter.decide(paid, Move.APPROVE)
    assert desk.counter.buckets() == {"accepted": PRICE + PAID}
    with pytest.raises(Refusal) as refused:
        desk.attribute(paid, payer=payer)
    assert refused.value.code == "move_refused"


def test_a_payment_by_nik_at_another_agent_tells_the_one_who_serves(desk: Desk) -> None:
    other = desk.house.laptop("agent-2")
    paid = desk.pay(other, nik=person(1).nik)
    assert desk.counter.flags(paid) == ["worker_by_nik"]
    (found,) = desk.attributing.find(REVIEWER, person(1).nik)
    assert (found.worker_id, found.name, found.agent_name) == (
        desk.enrolled.worker_id,
        "Siti Contoh",
        "Agen Contoh",
    )
    assert found.paid_until == max(desk.paid_months())
    desk.attribute(paid)
    assert desk.counter.flags(paid) == []
    (card,) = desk.rows("agent-1", "worker")
    assert (card["worker_id"], card["paid_until"]) == (desk.enrolled.worker_id, str(FOLLOWING))
    assert [row["worker_id"] for row in desk.rows("agent-2", "attribution")] == [desk.enrolled.worker_id]
    assert desk.rows("agent-2", "decision") == []
    desk.counter.decide(paid, Move.APPROVE)
    assert desk.counter.buckets() == {"accepted": PRICE + PAID}


def test_a_month_that_was_paid_is_flagged(desk: Desk) -> None:
    first = IuranMonth.parse(min(desk.paid_months()))
    paid = desk.pay(desk.counter.laptop, first, nik=person(9).nik)
    assert desk.counter.flags(paid) == ["worker_unknown"]
    desk.attribute(paid)
    assert desk.counter.flags(paid) == ["month_already_paid"]
    assert desk.counter.buckets() == {"accepted": PRICE, "under_review": EARLY}


def test_of_several_strangers_one_is_found_after_the_other(desk: Desk) -> None:
    laptop, payers = desk.counter.laptop, (fresh_id(), fresh_id())
    lines = tuple(line for payer in payers for line in farmer_lines(payer, 1, FOLLOWING))
    laptop.pay(fresh_id(), lines)
    paid = laptop.outbox[0]
    assert desk.counter.push()[0][0] is VerdictKind.PARKED
    desk.attribute(paid, payer=payers[0])
    assert [one[0] for one in desk.strangers(paid)] == [payers[1]]
    assert desk.counter.buckets() == {"accepted": PRICE, "held": 2 * PAID}
    desk.attribute(paid, payer=payers[1])
    assert desk.counter.buckets() == {"accepted": PRICE, "under_review": 2 * PAID}
    laptop.enrol(person(2), worker_id=payers[1])
    desk.counter.push()
    assert desk.strangers(paid) == []


def test_workers_are_found_by_how_their_name_begins_inside_the_branch(desk: Desk) -> None:
    assert [one.name for one in desk.attributing.find(REVIEWER, "siti c")] == ["Siti Contoh"]
    assert desk.attributing.find(REVIEWER, "si") == ()
    assert desk.attributing.find(REVIEWER, "sitz") == ()
    assert desk.attributing.find(REVIEWER, person(8).nik) == ()


def test_workers_are_found_by_phone_and_by_receipt_inside_the_branch(desk: Desk) -> None:
    with desk.house.store.reading() as tx:
        (line, *_) = tx.money.lines(desk.enrolled.action_id)
    phone, number = person(1).phone, str(line.receipt_number)
    stranger = replace(REVIEWER, branch_id="elsewhere")
    for text in (phone, f"+62 {phone[1:]}", number, number.lower().replace("-", "")):
        assert [one.worker_id for one in desk.attributing.find(REVIEWER, text)] == [desk.enrolled.worker_id]
        assert desk.attributing.find(stranger, text) == ()
    assert desk.attributing.find(REVIEWER, phone[:-1] + "0") == ()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("hash", "content_changed"),
        ("payer", "worker_unknown"),
        ("worker", "worker_unknown"),
        ("record", "record_unknown"),
        ("kind", "move_refused"),
    ],
)
def test_what_does_not_fit_moves_nothing(desk: Desk, wrong: str, code: str) -> None:
    paid = desk.pay(desk.counter.laptop, nik=person(9).nik)
    before, (payer, _, _) = desk.counter.buckets(), desk.strangers(paid)[0]
    about = desk.enrolled.entries[0] if wrong == "kind" else paid
    with pytest.raises(Refusal) as refused:
        desk.attributing.attribute(
            REVIEWER,
            fresh_id() if wrong == "record" else entry_id_of(about),
            "0" * 64 if wrong == "hash" else about.hash,
            fresh_id() if wrong == "payer" else payer,
            fresh_id() if wrong == "worker" else desk.enrolled.worker_id,
        )
    assert refused.value.code == code
    assert desk.counter.buckets() == before
    assert desk.rows("agent-1", "attribution") == []
