"""A device is wiped once nothing of it is missing, or when two people say so; its state stays until then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from sync.client.actions import Verify
from sync.client.verifying import Span
from sync.protocol.entry import SealedEntry
from sync.protocol.messages import Mark, RawEntry
from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.services.account_desk import AccountDesk
from sync.server.services.accounts import Accounts
from sync.server.services.auditing import trail
from sync.server.services.device_states import DeviceStates
from sync.server.services.verification import Verification
from sync.server.storage.access_records import Account
from tests.server.services.test_verification import chains
from tests.support.branch_house import CHEAP
from tests.support.comparing import claims
from tests.support.deciding import REVIEWER
from tests.support.field_laptop import NINE, FieldLaptop, person
from tests.support.greetings import greeted
from tests.support.intake_house import IntakeHouse, field_house

__all__ = ["field_house"]

HOUR = timedelta(hours=1)


def states(house: IntakeHouse) -> DeviceStates:
    return DeviceStates(house.store, house.clock)


def sent(house: IntakeHouse) -> tuple[FieldLaptop, list[SealedEntry]]:
    """A laptop whose enrolment has arrived, and its entries."""
    laptop = house.laptop()
    laptop.enrol(person(1))
    entries = list(laptop.outbox)
    house.verdicts(laptop)
    return laptop, entries


def verify(house: IntakeHouse, laptop: FieldLaptop, entries: list[SealedEntry]) -> None:
    """The store compares its chain whole, and agrees."""
    own = chains(entries)
    request = claims(own, Verify((Span(1, 1, len(own[1])),), ()))
    assert Verification(house.store, house.clock).compare(house.device(laptop), request).differing == ()


def people(house: IntakeHouse) -> None:
    with house.store.transaction() as tx:
        for name in ("sari", "budi"):
            tx.accounts.add(Account(name, name, name.title(), "branch_admin", "x", NINE, "branch"))


def acts(house: IntakeHouse) -> list[str]:
    return [row.act for row in trail(house.store, 0, 100)]


def test_a_wipe_waits_for_the_proof_and_is_told_in_hello(field_house: IntakeHouse) -> None:
    laptop, entries = sent(field_house)
    verify(field_house, laptop, entries)
    field_house.clock.at += HOUR
    asked = states(field_house).ask_wipe(laptop.device, "sari", "branch")
    assert (asked.device.state, asked.device.wipe_asked_at) == ("active", NINE + HOUR)
    answer = greeted(field_house, laptop)
    assert (answer.device_state, answer.wipe_asked_at) == ("active", NINE + HOUR)
    field_house.clock.at += HOUR
    verify(field_house, laptop, entries)
    assert greeted(field_house, laptop, queue_entries=1).device_state == "active"
    wiped = greeted(field_house, laptop)
    assert (wiped.device_state, wiped.wipe_asked_at) == ("wiped", NINE + HOUR)
    assert field_house.device(laptop).state == "wiped"
    assert greeted(field_house, laptop).device_state == "wiped"
    assert acts(field_house) == ["device_wipe_asked", "device_wiped"]


def test_what_was_written_after_the_proof_is_not_lost(field_house: IntakeHouse) -> None:
    laptop, entries = sent(field_house)
    states(field_house).ask_wipe(laptop.device, "sari", "branch")
    verify(field_house, laptop, entries)
    laptop.enrol(person(2))
    assert greeted(field_house, laptop).device_state == "active"
    elsewhere = Mark(device=laptop.device, epoch=2, seq=1, head_hash="e" * 64)
    assert greeted(field_house, laptop, marks=(elsewhere,)).device_state == "active"


def test_a_device_that_wrote_nothing_needs_no_proof(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    states(field_house).ask_wipe(laptop.device, "sari", None)
    assert greeted(field_house, laptop).device_state == "wiped"


def test_the_word_of_a_suspended_account_wipes_nothing(field_house: IntakeHouse) -> None:
    people(field_house)
    laptop, _ = sent(field_house)
    acting = states(field_house)
    acting.ask_wipe(laptop.device, "sari", "branch")
    acting.approve_wipe(laptop.device, "sari", "branch")
    operator = replace(REVIEWER, account_id="pusat", role=Role.OPERATOR, branch_id=None)
    accounts = Accounts(field_house.store, field_house.clock, CHEAP, HOUR)
    AccountDesk(field_house.store, field_house.clock, CHEAP, accounts).suspend(operator, "sari")
    after = acting.approve_wipe(laptop.device, "budi", "branch")
    assert [one.account_id for one in after.approvals] == ["budi"]
    assert greeted(field_house, laptop).device_state == "active"


def test_two_people_wipe_what_can_not_be_proved(field_house: IntakeHouse) -> None:
    people(field_house)
    laptop, _ = sent(field_house)
    acting = states(field_house)
    with pytest.raises(Refusal) as early:
        acting.approve_wipe(laptop.device, "sari", "branch")
    assert early.value.code == "wipe_not_asked"
    acting.ask_wipe(laptop.device, "sari", "branch")
    acting.approve_wipe(laptop.device, "sari", "branch")
    again = acting.approve_wipe(laptop.device, "sari", "branch")
    assert [one.account_id for one in again.approvals] == ["sari"]
    assert greeted(field_house, laptop).device_state == "active"
    acting.withdraw_wipe(laptop.device, "budi", "branch")
    assert acting.withdraw_wipe(laptop.device, "budi", "branch").approvals == ()
    assert greeted(field_house, laptop).wipe_asked_at is None
    acting.ask_wipe(laptop.device, "budi", "branch")
    acting.ask_wipe(laptop.device, "budi", "branch")
    acting.approve_wipe(laptop.device, "budi", "branch")
    acting.approve_wipe(laptop.device, "sari", "branch")
    assert greeted(field_house, laptop, queue_entries=4).device_state == "active"
    field_house.clock.at += timedelta(days=1)
    assert greeted(field_house, laptop, queue_entries=4).device_state == "wiped"
    assert acts(field_house).count("device_wipe_asked") == 2


def test_two_people_wipe_at_once_where_nothing_waits(field_house: IntakeHouse) -> None:
    people(field_house)
    laptop, _ = sent(field_house)
    states(field_house).ask_wipe(laptop.device, "sari", "branch")
    for name in ("sari", "budi"):
        states(field_house).approve_wipe(laptop.device, name, "branch")
    assert greeted(field_house, laptop).device_state == "wiped"


def test_states_are_put_and_a_wiped_device_has_no_other(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    acting = states(field_house)
    for state in ("paused", "paused", "revoked_drain", "active"):
        assert acting.put(laptop.device, state, "sari", "branch").device.state == state
    assert acts(field_house) == ["device_state_set"] * 3
    for device, branch in (("0ZZZZ", None), (laptop.device, "another")):
        with pytest.raises(Refusal) as refused:
            acting.put(device, "paused", "sari", branch)
        assert (refused.value.code, refused.value.status) == ("laptop_unknown", 404)
    acting.ask_wipe(laptop.device, "sari", None)
    assert greeted(field_house, laptop).device_state == "wiped"
    with pytest.raises(Refusal) as late:
        acting.put(laptop.device, "active", "sari", None)
    assert (late.value.code, late.value.data) == ("move_refused", {"state": "wiped"})


def test_nobody_acts_on_the_own_laptop(field_house: IntakeHouse) -> None:
    laptop, acting = field_house.laptop(), states(field_house)
    acting.ask_wipe(laptop.device, "sari", "branch", "agent-2")
    attempts: tuple[Callable[[], object], ...] = (
        lambda: acting.put(laptop.device, "active", "budi", "branch", "agent-1"),
        lambda: acting.ask_wipe(laptop.device, "budi", "branch", "agent-1"),
        lambda: acting.withdraw_wipe(laptop.device, "budi", "branch", "agent-1"),
        lambda: acting.approve_wipe(laptop.device, "budi", "branch", "agent-1"),
    )
    for attempt in attempts:
        with pytest.raises(Refusal) as refused:
            attempt()
        assert refused.value.code == "maker_is_checker"
    assert acts(field_house) == ["device_wipe_asked"]


def test_a_wiped_device_is_told_and_heard_no_more(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    states(field_house).ask_wipe(laptop.device, "sari", None)
    greeted(field_house, laptop)
    laptop.enrol(person(1))
    urgent = RawEntry(raw=laptop.outbox[0].raw.decode())
    answer = greeted(field_house, laptop, urgent=(urgent,))
    assert (answer.device_state, answer.urgent_verdicts, answer.epoch_grant) == ("wiped", (), None)
    with field_house.store.reading() as tx:
        assert tx.entries.count() == 0
