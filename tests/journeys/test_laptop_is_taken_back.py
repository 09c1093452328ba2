"""The branch pauses a laptop, revokes it, and has it wiped: nothing is lost, and the agent is told in words."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security.key_file import Cost
from perisai_desktop.security.vault import KEY_FILE
from perisai_desktop.services import owed_cash
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.signing_in import SigningIn
from perisai_desktop.services.wiping import Wiping
from sync.server.permissions import Role
from sync.server.services.accounts import NewAccount
from sync.server.storage.records import LedgerTotals
from tests.desktop.services.test_high_water import Shelf
from tests.support.centres import Centre, running_centre
from tests.support.desks import HandClock, filled_draft

LIGHT = Cost(memory_kib=64, passes=1, lanes=1)
PASSWORD = "sandi-yang-panjang"
BUCKET = "held"


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    with running_centre(tmp_path / "centre") as running:
        yield running


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


@pytest.fixture
def desk(centre: Centre, profile: Profile, shelf: Shelf) -> Iterator[AgentDesk]:
    """An agent's laptop with one enrolment that was sent."""
    made = EnrollingDevice(profile, HandClock(), shelf, LIGHT).enrol(centre.url, centre.new_code(), PASSWORD)
    made.enrolling.enrol(filled_draft(made))
    assert made.syncing.run().sent == 4
    yield made
    made.close()


def enrol_another(desk: AgentDesk) -> None:
    desk.enrolling.enrol(
        filled_draft(desk, nik="3202081508900004", birth_date="1990-08-15", phone="081234567891")
    )


def put(centre: Centre, desk: AgentDesk, state: str) -> None:
    centre.server.device_states.put(desk.identity.device, state, "test", None)


def totals(centre: Centre) -> LedgerTotals:
    with centre.server.store.reading() as tx:
        return tx.money.totals()


def refused(act: Callable[[], object]) -> Failure:
    with pytest.raises(Failure) as failure:
        act()
    return failure.value


def state_of(centre: Centre, desk: AgentDesk) -> str:
    with centre.server.store.reading() as tx:
        found = tx.devices.device(desk.identity.device)
    assert found is not None
    return found.state


def write_elsewhere(centre: Centre, device: str) -> None:
    """A store of this device reported entries that nobody holds any more."""
    with centre.server.store.transaction() as tx:
        (row,) = tx.devices.epochs(device)
        tx.devices.put_epochs([replace(row, reported_seq=9, reported_at=row.granted_at)])


def test_a_paused_laptop_sends_and_gets_nothing_back(centre: Centre, desk: AgentDesk) -> None:
    put(centre, desk, "paused")
    enrol_another(desk)
    report = desk.syncing.run()
    assert (report.sent, report.applied) == (4, 0)
    told = (desk.standings.look().apart, desk.counting.strip().apart, desk.tracking.overview().apart)
    assert told == (Failure(FailureCode.DEVICE_PAUSED),) * 3
    put(centre, desk, "active")
    assert desk.syncing.run().applied > 0
    told = (desk.standings.look().apart, desk.counting.strip().apart, desk.tracking.overview().apart)
    assert told == (None,) * 3


def test_a_revoked_laptop_hands_over_what_it_has_and_takes_no_more_cash(
    centre: Centre, desk: AgentDesk
) -> None:
    enrol_another(desk)
    put(centre, desk, "revoked_drain")
    assert desk.syncing.run().sent == 4
    assert dict(totals(centre).buckets)[BUCKET] == 33_600
    draft = filled_draft(desk, nik="3202082808900004", birth_date="1990-08-28", phone="081299999999")
    desk.drafting.save(draft)
    assert refused(lambda: desk.enrolling.enrol(draft)) == Failure(FailureCode.DEVICE_REVOKED)
    assert [kept.draft_id for kept in desk.drafting.drafts()] == [draft.draft_id]


def test_a_laptop_is_wiped_once_the_branch_has_everything(
    centre: Centre, desk: AgentDesk, profile: Profile, shelf: Shelf
) -> None:
    enrol_another(desk)
    centre.server.device_states.ask_wipe(desk.identity.device, "test", None)
    assert refused(desk.syncing.run) == Failure(FailureCode.DEVICE_WIPED)
    assert desk.syncing.wiped
    assert (totals(centre).receipts, totals(centre).receipts_rupiah) == (2, 67_200)
    assert state_of(centre, desk) == "wiped"
    assert not profile.key_file.exists()
    assert KEY_FILE not in shelf.kept
    desk.close()
    assert Wiping(profile, shelf).finish()
    assert not profile.enrolled
    assert sorted(path.name for path in profile.root.iterdir() if path.is_file()) == ["owed.json"]
    owed = owed_cash.kept(profile.owed)
    assert owed is not None
    assert (owed.rupiah, len(owed.receipts)) == (67_200, 2)
    assert b"Ma'rifah" not in profile.owed.read_bytes()
    assert {number.partition("-")[0] for number in owed.receipts} == {desk.identity.device}
    again = EnrollingDevice(profile, HandClock(), shelf, LIGHT).enrol(centre.url, centre.new_code(), PASSWORD)
    assert again.identity.device != desk.identity.device
    enrol_another(again)
    again.close()


def test_a_laptop_that_is_to_be_wiped_writes_nothing_more_and_works_again_when_it_is_not(
    centre: Centre, desk: AgentDesk, profile: Profile, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    device = desk.identity.device
    write_elsewhere(centre, device)
    centre.server.device_states.ask_wipe(device, "test", None)
    with caplog.at_level(logging.ERROR, "sync.server"):
        desk.syncing.run()
    assert state_of(centre, desk) == "active"
    assert refused(lambda: enrol_another(desk)) == Failure(FailureCode.DEVICE_LEAVING)
    desk.close()
    reopened = SigningIn(profile, HandClock(), shelf).sign_in(PASSWORD)
    assert refused(lambda: enrol_another(reopened)) == Failure(FailureCode.DEVICE_LEAVING)
    centre.server.device_states.withdraw_wipe(device, "test", None)
    reopened.syncing.run()
    enrol_another(reopened)
    reopened.close()


def test_two_people_wipe_a_laptop_of_which_something_is_missing(centre: Centre, desk: AgentDesk) -> None:
    device, states = desk.identity.device, centre.server.device_states
    write_elsewhere(centre, device)
    states.ask_wipe(device, "test", None)
    for login in ("kepala.satu", "kepala.dua"):
        account = centre.server.accounts.add(
            NewAccount(login, login, Role.OPERATOR, PASSWORD, None), "terminal"
        )
        states.approve_wipe(device, account, None)
    assert refused(desk.syncing.run) == Failure(FailureCode.DEVICE_WIPED)


def test_an_old_program_says_so_and_sends_what_it_has(centre: Centre, desk: AgentDesk) -> None:
    enrol_another(desk)
    word = desk.enrolling.pen.gate.word
    assert word.minimum_program == ""
    assert desk.counting.strip().renew_by is None
    desk.enrolling.pen.gate.word = type(word)(minimum_program="99.0.0", minimum_on=date(2026, 11, 22))
    draft = filled_draft(desk, nik="3202082808900004", birth_date="1990-08-28", phone="081299999999")
    bar = Failure(FailureCode.PROGRAM_TOO_OLD, minimum="99.0.0")
    assert refused(lambda: desk.enrolling.enrol(draft)) == bar
    assert desk.syncing.run().sent == 4
