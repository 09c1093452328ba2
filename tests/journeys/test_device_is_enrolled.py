"""A laptop is enrolled once, with the right server, and a break-off leaves a profile that starts over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security.key_file import Cost
from perisai_desktop.security.vault import NewVault
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.signing_in import ProfileState, SigningIn
from sync.protocol.enrolment_code import EnrolmentCode
from tests.support import portals
from tests.support.centres import Centre, running_centre
from tests.support.desks import HandClock, filled_draft
from tests.support.portals import portal

PASSWORD = "kopi-pagi-di-pasar"
LIGHT = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    with running_centre(tmp_path_factory.mktemp("centre")) as running:
        yield running


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


def door(profile: Profile) -> EnrollingDevice:
    return EnrollingDevice(profile, HandClock(), cost=LIGHT)


def refusal(profile: Profile, url: str, code: str, password: str = PASSWORD) -> Failure:
    with pytest.raises(Failure) as refused:
        door(profile).enrol(url, code, password)
    assert SigningIn(profile, HandClock()).state() is ProfileState.FRESH
    assert not profile.key_file.exists()
    return refused.value


def test_once_enrolled_the_password_opens_it(centre: Centre, profile: Profile) -> None:
    desk = door(profile).enrol(f"  {centre.url}/ ", centre.new_code().lower(), PASSWORD)
    assert desk.identity.name == "Agen Latihan"
    assert desk.identity.hotline == "0800 000 0000"
    assert desk.identity.public_host == "latihan.invalid"
    desk.close()
    signing_in = SigningIn(profile, HandClock())
    assert signing_in.state() is ProfileState.ENROLLED
    with pytest.raises(Failure) as wrong:
        signing_in.sign_in("salah sama sekali")
    assert wrong.value.code is FailureCode.WRONG_PASSWORD
    signing_in.sign_in(PASSWORD).close()
    with pytest.raises(Failure) as again:
        door(profile).enrol(centre.url, centre.new_code(), PASSWORD)
    assert again.value.code is FailureCode.ALREADY_ENROLLED


def test_too_many_wrong_passwords_are_told_in_minutes(centre: Centre, profile: Profile) -> None:
    door(profile).enrol(centre.url, centre.new_code(), PASSWORD).close()
    signing_in = SigningIn(profile, HandClock())
    codes = []
    for _ in range(6):
        with pytest.raises(Failure) as wrong:
            signing_in.sign_in("salah sama sekali")
        codes.append(wrong.value.code)
    assert codes[0] is FailureCode.WRONG_PASSWORD
    assert codes[-1] is FailureCode.LOCKED_OUT
    assert signing_in.lockout() >= 1


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("", FailureCode.CODE_MALFORMED),
        ("XXXXX-XXXXX", FailureCode.CODE_MALFORMED),
        ("salah", FailureCode.CODE_MALFORMED),
    ],
)
def test_a_code_that_is_none(centre: Centre, profile: Profile, code: str, expected: FailureCode) -> None:
    assert refusal(profile, centre.url, code).code is expected


def test_a_code_that_was_used(centre: Centre, profile: Profile, tmp_path: Path) -> None:
    code = centre.new_code()
    door(Profile(tmp_path / "other")).enrol(centre.url, code, PASSWORD).close()
    assert refusal(profile, centre.url, code).code is FailureCode.CODE_REFUSED


def test_a_code_of_another_server(centre: Centre, profile: Profile) -> None:
    code = str(EnrolmentCode.issue(bytes(7), bytes(32)))
    assert refusal(profile, centre.url, code).code is FailureCode.SERVER_NOT_THE_ONE


def test_a_password_too_short(centre: Centre, profile: Profile) -> None:
    failure = refusal(profile, centre.url, centre.new_code(), "tujuh77")
    assert failure == Failure(FailureCode.PASSWORD_TOO_SHORT, minimum=8)


def test_a_password_that_everybody_tries_first(centre: Centre, profile: Profile) -> None:
    failure = refusal(profile, centre.url, centre.new_code(), "rahasia123")
    assert failure.code is FailureCode.PASSWORD_TOO_COMMON


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("", FailureCode.ADDRESS_MALFORMED),
        ("cabang", FailureCode.ADDRESS_MALFORMED),
        ("ftp://cabang.invalid", FailureCode.ADDRESS_MALFORMED),
        ("http://cabang.invalid", FailureCode.SERVER_INSECURE),
    ],
)
def test_an_address_that_is_not_used(centre: Centre, profile: Profile, url: str, code: FailureCode) -> None:
    assert refusal(profile, url, centre.new_code()).code is code


@pytest.mark.parametrize(
    "answer", [portals.LOGIN_PAGE, portals.BROKEN_PROXY, portals.SILENCE, portals.FALSE_SIGNATURE]
)
def test_a_stranger_in_the_servers_place(centre: Centre, profile: Profile, answer: bytes) -> None:
    with portal(answer) as url:
        assert refusal(profile, url, centre.new_code()).code is FailureCode.ENROLMENT_CUT_OFF


def test_a_server_that_asks_to_wait(centre: Centre, profile: Profile) -> None:
    with portal(portals.BUSY_PROXY) as url:
        failure = refusal(profile, url, centre.new_code())
    assert failure == Failure(FailureCode.ENROLMENT_WAITS, seconds=40)


def test_a_break_off_before_the_key_file_starts_over(
    centre: Centre, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def power_cut(_vault: NewVault, _device: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(NewVault, "save", power_cut)
        with pytest.raises(KeyboardInterrupt):
            door(profile).enrol(centre.url, centre.new_code(), PASSWORD)
    assert profile.database.exists()
    assert SigningIn(profile, HandClock()).state() is ProfileState.FRESH
    desk = door(profile).enrol(centre.url, centre.new_code(), PASSWORD)
    desk.enrolling.enrol(filled_draft(desk))
    assert desk.syncing.run().sent == 4
    desk.close()


def test_a_store_with_receipts_is_never_made_anew(centre: Centre, profile: Profile) -> None:
    desk = door(profile).enrol(centre.url, centre.new_code(), PASSWORD)
    desk.enrolling.enrol(filled_draft(desk, nik="3202081608900004", birth_date="1990-08-16"))
    desk.close()
    kept = profile.key_file.read_bytes()
    profile.key_file.unlink()
    with pytest.raises(Failure) as refused:
        door(profile).enrol(centre.url, centre.new_code(), PASSWORD)
    assert refused.value.code is FailureCode.ALREADY_ENROLLED
    with pytest.raises(Failure) as locked:
        SigningIn(profile, HandClock()).sign_in(PASSWORD)
    assert locked.value.code is FailureCode.KEY_FILE_DAMAGED
    profile.key_file.write_bytes(kept)
    again = SigningIn(profile, HandClock()).sign_in(PASSWORD)
    assert again.syncing.run().sent == 4
    again.close()
