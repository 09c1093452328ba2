"""The branch says that it saw the money of a deposit: its receipts are matched, and the agent is told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sync.protocol.entry import SealedEntry
from sync.rules.states import Move
from sync.server.domain.decisions import Request
from sync.server.refusals import Refusal
from sync.server.services.depositing import Matching
from sync.server.services.review_reading import ReviewReading
from sync.server.storage.records import Agent, Branch, Office
from tests.server.services.intake.test_deposits_and_closings import deposit, issued, receipt_of, told
from tests.support.deciding import REVIEWER, reviewing
from tests.support.field_laptop import NINE, FieldLaptop, entry_id_of, fresh_id, person
from tests.support.intake_house import IntakeHouse, open_house
from tests.support.memory_store.store import MemoryStore
from tests.support.reference_data import gazetteer


@pytest.fixture
def house(tmp_path: Path) -> IntakeHouse:
    return open_house(MemoryStore(), tmp_path)


@pytest.fixture
def laptop(house: IntakeHouse) -> FieldLaptop:
    return house.laptop()


@pytest.fixture
def matching(house: IntakeHouse) -> Matching:
    return Matching(house.store, house.clock)


def match(matching: Matching, entry: SealedEntry, difference: int = 0, content: str | None = None) -> str:
    """The code with which a match is refused; empty where it is not."""
    try:
        matching.match(REVIEWER, entry_id_of(entry), content or entry.hash, difference)
    except Refusal as refusal:
        return refusal.code
    return ""


def test_a_deposit_that_agrees_is_matched_once(
    house: IntakeHouse, laptop: FieldLaptop, matching: Matching
) -> None:
    reviewing(house)
    first, second = laptop.enrol(person(1)), laptop.enrol(person(2))
    entry = deposit(laptop, [receipt_of(first), receipt_of(second)], 67_200)
    told(house, laptop)
    ((waiting,), _) = matching.waiting(REVIEWER)
    assert (waiting.entry_id, waiting.agreed, waiting.body.billing_code) == (
        entry_id_of(entry),
        True,
        "123456789012",
    )
    assert match(matching, entry, content="0" * 64) == "content_changed"
    assert match(matching, entry, 100) == "content_changed"
    assert match(matching, entry) == ""
    assert match(matching, entry) == "record_unknown"
    assert [issued(house, receipt_of(one)).deposit for one in (first, second)] == ["matched", "matched"]
    assert matching.waiting(REVIEWER) == ((), None)
    with house.store.reading() as tx:
        (row,) = tx.feed.of_kind("agent-1", "match")
    payload = json.loads(row.payload)
    assert (payload["entry_id"], payload["hash"]) == (entry_id_of(entry), entry.hash)
    assert set(payload["receipts"]) == {receipt_of(first), receipt_of(second)}


def test_the_queue_tells_who_has_a_record_and_what_became_of_a_day(
    house: IntakeHouse, laptop: FieldLaptop, matching: Matching
) -> None:
    desk, reading = reviewing(house), ReviewReading(house.store, gazetteer())
    first, second = laptop.enrol(person(1)), laptop.enrol(person(2))
    entry = deposit(laptop, [receipt_of(first)], 33_600)
    told(house, laptop)
    assert match(matching, entry) == ""
    desk.open(REVIEWER, first.entry_id)
    (group,) = reading.queue(REVIEWER).groups
    assert group.till is not None
    assert (group.till.issued, group.till.deposited, group.till.matched) == (67_200, 33_600, 33_600)
    claims = {record.entry_id: (record.claimed_by, record.mine) for record in group.records}
    assert claims == {
        first.entry_id: ("Penyelia", True),
        second.entry_id: (None, False),
    }
    colleague = replace(REVIEWER, account_id="other")
    (group,) = reading.queue(colleague).groups
    assert [(one.claimed_by, one.mine) for one in group.records if one.claimed_by] == [("Penyelia", False)]
    assert [one.corrected for one in group.records] == [False, False]


def test_a_difference_is_accepted_by_naming_it(
    house: IntakeHouse, laptop: FieldLaptop, matching: Matching
) -> None:
    reviewing(house)
    entry = deposit(laptop, [receipt_of(laptop.enrol(person(1)))], 33_500, -100)
    told(house, laptop)
    assert match(matching, entry) == "content_changed"
    assert match(matching, entry, -100) == ""


def test_a_flagged_deposit_is_decided_first(
    house: IntakeHouse, laptop: FieldLaptop, matching: Matching
) -> None:
    desk = reviewing(house)
    entry = deposit(laptop, [receipt_of(laptop.enrol(person(1)))], 33_500)
    told(house, laptop)
    assert [one.agreed for one in matching.waiting(REVIEWER)[0]] == [False]
    assert match(matching, entry) == "move_refused"
    desk.decide(REVIEWER, entry_id_of(entry), Request(Move.APPROVE, entry.hash))
    assert match(matching, entry) == ""


def test_only_ones_own_branch_and_never_ones_own_deposit(
    house: IntakeHouse, laptop: FieldLaptop, matching: Matching
) -> None:
    reviewing(house)
    enrolled = laptop.enrol(person(1))
    entry = deposit(laptop, [receipt_of(enrolled)], 33_600)
    told(house, laptop)
    maker, stranger = replace(REVIEWER, agent_id="agent-1"), replace(REVIEWER, branch_id="other")
    for who, code in ((maker, "maker_is_checker"), (stranger, "record_unknown")):
        with pytest.raises(Refusal) as refused:
            matching.match(who, entry_id_of(entry), entry.hash, 0)
        assert refused.value.code == code
    for nothing in (fresh_id(), enrolled.entry_id):
        with pytest.raises(Refusal) as refused:
            matching.match(REVIEWER, nothing, entry.hash, 0)
        assert refused.value.code == "record_unknown"
    with house.store.transaction() as tx:
        tx.organisation.add_branch(Branch("other", "002", "Lain", "175", "x.invalid", b"r" * 32, NINE))
        tx.organisation.add_office(Office("far", "other", "Jauh", NINE))
        tx.organisation.add_agent(Agent("agent-9", "other", "far", "A-9", "Jauh", NINE))
    assert matching.waiting(stranger) == ((), None)
    assert [one.entry_id for one in matching.waiting(replace(REVIEWER, branch_id=None))[0]] == [
        entry_id_of(entry)
    ]


def test_deposits_are_told_agent_by_agent_and_none_in_halves(house: IntakeHouse, matching: Matching) -> None:
    written: dict[str, list[str]] = {}
    for agent in ("agent-1", "agent-2", "agent-3"):
        laptop = house.laptop(agent)
        made = [deposit(laptop, [receipt_of(laptop.enrol(person(number)))], 33_600) for number in (1, 2)]
        told(house, laptop)
        written[agent] = [entry_id_of(entry) for entry in made]
    pages, after = list[list[str]](), ""
    while True:
        page, following = matching.waiting(REVIEWER, after, 1)
        pages.append([one.entry_id for one in page])
        if following is None:
            break
        after = following
    assert pages == list(written.values())
    assert matching.waiting(REVIEWER, size=3)[0] == matching.waiting(REVIEWER, size=4)[0]


def test_a_deposit_that_waits_for_a_receipt_is_not_matched(
    house: IntakeHouse, laptop: FieldLaptop, matching: Matching
) -> None:
    reviewing(house)
    first, late = laptop.enrol(person(1)), laptop.enrol(person(2))
    laptop.outbox = list(first.entries)
    entry = deposit(laptop, [receipt_of(first), receipt_of(late)], 67_200)
    told(house, laptop)
    assert match(matching, entry) == "move_refused"
    laptop.outbox = list(late.entries)
    told(house, laptop)
    assert match(matching, entry) == ""
