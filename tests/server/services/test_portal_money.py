"""Renewals go to the agency's portal, and the kode iuran that it confirms matches the deposit that names it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sync.protocol.bodies.contribution import ContributionPersonal, UnknownWorker
from sync.protocol.portal import PortalAnswer
from sync.rules.iuran_month import IuranMonth
from sync.server.services import portal_renewals
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import trail
from sync.server.services.depositing import Matching
from sync.server.services.portal_deposits import PortalDeposits
from sync.server.services.portal_renewals import PortalRenewals
from tests.server.services.intake.test_deposits_and_closings import deposit, issued, receipt_of
from tests.support.deciding import REVIEWER
from tests.support.field_laptop import entry_id_of, farmer_lines, fresh_id, person, salt
from tests.support.intake_house import IntakeHouse, open_house
from tests.support.memory_store.store import MemoryStore

CODE, PRICE = "123456789012", 33_600
FEBRUARY = IuranMonth(2027, 2)


@pytest.fixture
def house(tmp_path: Path) -> IntakeHouse:
    return open_house(MemoryStore(), tmp_path)


def outcomes(
    house: IntakeHouse, *answers: PortalAnswer, who: SignedIn = REVIEWER
) -> list[tuple[str, str | None]]:
    """Outcome and code of each answer; looking first says the same."""
    deposits = PortalDeposits(house.store, house.clock)
    seen = deposits.look(who, answers)
    assert seen == deposits.take(who, answers)
    return [(one.outcome, one.code) for one in seen]


def test_further_payments_go_out_with_whom_they_are_for(
    house: IntakeHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = house.laptop()
    siti = laptop.enrol(person(1, name="Siti Contoh"))
    laptop.pay(fresh_id(), farmer_lines(siti.worker_id, 1, FEBRUARY))
    renewal, receipt = laptop.outbox[-2:]
    guest = fresh_id()
    named = UnknownWorker(worker_id=guest, nik="3202081408900077", name="Tamu Contoh")
    laptop.pay(
        fresh_id(),
        farmer_lines(guest, 1),
        personal=ContributionPersonal(salt=salt(), blobs=(), workers=(named,)),
    )
    flagged = laptop.outbox[-2]
    house.verdicts(laptop)
    renewals = PortalRenewals(house.store, house.clock)
    (line,) = renewals.page(REVIEWER).lines
    assert (line.entry_id, line.nik, line.name, line.kpj) == (
        entry_id_of(renewal),
        person(1).nik,
        "Siti Contoh",
        None,
    )
    assert (line.months, line.programmes, line.agent_number) == (
        ("2027-02",),
        ("JKK", "JKM"),
        "A-agent-1",
    )
    with house.store.transaction() as tx:
        action = next(one for one in tx.entries.of_ids([entry_id_of(flagged)])).record.action_id
        tx.money.move_lines(action, [flagged.hash], None, "accepted")
    monkeypatch.setattr(portal_renewals, "MOST_LINES", 1)
    first = renewals.page(REVIEWER)
    second = renewals.page(REVIEWER, first.after or "")
    assert {one.name for one in (*first.lines, *second.lines)} == {"Siti Contoh", "Tamu Contoh"}
    assert renewals.page(REVIEWER, second.after or "").lines == ()
    assert renewals.page(replace(REVIEWER, branch_id="elsewhere")).lines == ()
    acts = [json.loads(one.detail) for one in trail(house.store, 0, 100) if one.act == "portal_exported"]
    assert [len(one["entries"]) for one in acts] == [1, 1, 1]
    deposit(laptop, [entry_id_of(receipt)], line.rupiah)
    house.verdicts(laptop)
    assert issued(house, entry_id_of(receipt)).deposit == "deposited"
    assert [one.name for one in renewals.page(REVIEWER).lines] == ["Tamu Contoh"]


def test_a_confirmed_kode_iuran_matches_its_deposit_once(house: IntakeHouse) -> None:
    laptop = house.laptop()
    first, second = laptop.enrol(person(1)), laptop.enrol(person(2))
    entry = deposit(laptop, [receipt_of(first), receipt_of(second)], 2 * PRICE)
    house.verdicts(laptop)
    paid = PortalAnswer(billing_code=CODE, amount=2 * PRICE)
    assert outcomes(house) == []
    faults = [
        (PortalAnswer(billing_code="999999999999"), "billing_unknown"),
        (PortalAnswer(billing_code=CODE, amount=PRICE), "amount_differs"),
        (PortalAnswer(billing_code=CODE, kpj="00012345678"), "answer_ambiguous"),
        (PortalAnswer(billing_code=CODE, reason="not_justified"), "answer_ambiguous"),
    ]
    for answer, fault in faults:
        assert outcomes(house, answer) == [("fault", fault)]
    assert outcomes(house, paid, who=replace(REVIEWER, agent_id="agent-1")) == [("fault", "maker_is_checker")]
    (looked, _) = PortalDeposits(house.store, house.clock).look(REVIEWER, [paid, paid])
    assert (looked.entry_id, looked.name, looked.count, looked.rupiah) == (
        entry_id_of(entry),
        "Agen Contoh",
        2,
        2 * PRICE,
    )
    assert outcomes(house, paid, paid) == [("matched", None), ("fault", "answered_twice")]
    assert [issued(house, receipt_of(one)).deposit for one in (first, second)] == ["matched", "matched"]
    with house.store.reading() as tx:
        (row,) = tx.feed.of_kind("agent-1", "match")
    assert json.loads(row.payload)["entry_id"] == entry_id_of(entry)
    assert outcomes(house, paid, PortalAnswer(billing_code=CODE)) == [
        ("same", None),
        ("fault", "answered_twice"),
    ]
    assert outcomes(house, PortalAnswer(billing_code=CODE, amount=PRICE)) == [("fault", "amount_differs")]


def test_a_deposit_that_was_matched_by_hand_or_comes_later_is_told_from_one_that_nobody_made(
    house: IntakeHouse,
) -> None:
    laptop = house.laptop()
    enrolled = laptop.enrol(person(1))
    paid = PortalAnswer(billing_code=CODE, amount=PRICE)
    house.verdicts(laptop)
    assert outcomes(house, paid) == [("fault", "billing_unknown")]
    entry = deposit(laptop, [receipt_of(enrolled)], PRICE)
    house.verdicts(laptop)
    Matching(house.store, house.clock).match(REVIEWER, entry_id_of(entry), entry.hash, 0)
    assert outcomes(house, paid) == [("same", None)]
    with house.store.reading() as tx:
        assert len(tx.feed.of_kind("agent-1", "match")) == 1
    assert outcomes(house, paid, who=replace(REVIEWER, branch_id="elsewhere")) == [
        ("fault", "billing_unknown")
    ]


def test_a_deposit_that_a_person_has_to_look_at_is_not_matched_by_a_file(house: IntakeHouse) -> None:
    laptop = house.laptop()
    first, second, third = (laptop.enrol(person(number)) for number in (1, 2, 3))
    deposit(laptop, [receipt_of(first)], PRICE - 500, -500, billing_code="111111111111")
    deposit(laptop, [receipt_of(second)], PRICE + 500, billing_code="222222222222")
    deposit(laptop, [receipt_of(third)], PRICE, billing_code="333333333333")
    other = house.laptop()
    same = other.enrol(person(4))
    deposit(other, [receipt_of(same)], PRICE, billing_code="333333333333")
    for one in (laptop, other):
        house.verdicts(one)
    codes = ("111111111111", "222222222222", "333333333333")
    faults = [code for _, code in outcomes(house, *(PortalAnswer(billing_code=one) for one in codes))]
    assert faults == ["deposit_differs", "deposit_undecided", "billing_twice"]
