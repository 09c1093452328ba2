"""The server grants a device and the laptop never hears of it: the same code and password still let it in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security import key_file
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.signing_in import ProfileState, SigningIn
from sync.protocol.recovery import unwrap_store_key
from sync.server.services.practice import AGENT_NUMBER
from tests.support.centres import Centre, running_centre
from tests.support.desks import HandClock, filled_draft
from tests.support.liars import LIES, Liar, lying_line

PASSWORD = "kopi-pagi-di-pasar"
LIGHT = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    with running_centre(tmp_path_factory.mktemp("centre")) as running:
        yield running


@pytest.fixture
def liar(centre: Centre) -> Iterator[Liar]:
    with lying_line(centre.url) as line:
        yield line


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


def enrol(profile: Profile, url: str, code: str, password: str = PASSWORD) -> AgentDesk:
    """As a program does that was just started."""
    return EnrollingDevice(profile, HandClock(), cost=LIGHT).enrol(url, code, password)


def lose_the_answer(profile: Profile, liar: Liar, code: str) -> None:
    """The server commits the grant, the line swallows it."""
    liar.begin("/v1/devices", LIES["nothing"])
    with pytest.raises(Failure) as lost:
        enrol(profile, liar.url, code)
    assert (lost.value.code, liar.told) == (FailureCode.ENROLMENT_CUT_OFF, 1)
    assert SigningIn(profile, HandClock()).state() is ProfileState.FRESH
    liar.repent()


def granted(centre: Centre) -> set[str]:
    """The devices of the practice agent."""
    (desk,) = centre.server.organising.desks(None)
    assert desk.agent.number == AGENT_NUMBER
    return {device.device for device in desk.devices}


def test_the_same_code_and_password_get_the_grant_that_was_lost(
    centre: Centre, profile: Profile, liar: Liar
) -> None:
    before, code = granted(centre), centre.new_code()
    lose_the_answer(profile, liar, code)
    (device,) = granted(centre) - before
    desk = enrol(profile, liar.url, code.lower())
    assert granted(centre) - before == {device}
    assert desk.identity.device == device
    desk.enrolling.enrol(filled_draft(desk))
    assert desk.syncing.run().sent == 4
    desk.close()
    assert not profile.pending.exists()
    profile.pending.write_bytes(b"left by a power cut")
    SigningIn(profile, HandClock()).sign_in(PASSWORD).close()
    assert not profile.pending.exists()


def test_the_branchs_wrap_of_the_lost_try_recovers_the_store(
    centre: Centre, profile: Profile, liar: Liar
) -> None:
    code = centre.new_code()
    lose_the_answer(profile, liar, code)
    desk = enrol(profile, liar.url, code)
    device = desk.identity.device
    desk.close()
    with centre.server.store.reading() as tx:
        row = tx.devices.device(device)
    assert row is not None
    store_key = key_file.unwrap(profile.key_file.read_bytes(), PASSWORD)
    assert unwrap_store_key(row.recovery_wrap, centre.server.keys.recovery_private()) == store_key


def test_another_password_needs_another_code(centre: Centre, profile: Profile, liar: Liar) -> None:
    code = centre.new_code()
    lose_the_answer(profile, liar, code)
    with pytest.raises(Failure) as refused:
        enrol(profile, liar.url, code, "teh-sore-di-pasar")
    assert refused.value.code is FailureCode.CODE_REFUSED
    enrol(profile, liar.url, centre.new_code(), "teh-sore-di-pasar").close()


def test_another_code_between_does_not_lose_the_first(centre: Centre, profile: Profile, liar: Liar) -> None:
    first, second = centre.new_code(), centre.new_code()
    lose_the_answer(profile, liar, first)
    lose_the_answer(profile, liar, second)
    enrol(profile, liar.url, first).close()
