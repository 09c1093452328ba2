"""Real work uses the system's credential store; practice leaves nothing outside its folder."""

from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.config.practice import Practice
from perisai_desktop.security.credentials import SystemCredentials
from perisai_desktop.services import enrolling_device, signing_in
from perisai_desktop.ui.shell.doors import StoreDoor
from tests.support.clocks import HandClock


@pytest.mark.parametrize("practising", [False, True])
def test_credentials_are_for_real_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, practising: bool
) -> None:
    given: list[object] = []

    class Seen:
        def __init__(self, _profile: object, _clock: object, credentials: object, server: str | None) -> None:
            given.extend((credentials, server))

        def sign_in(self, _password: str) -> None:
            return None

    monkeypatch.setattr(signing_in, "SigningIn", Seen)
    practice = Practice("http://127.0.0.1:1", "code", "password", "reviewer", "other") if practising else None
    door = StoreDoor(Profile(tmp_path), HandClock(), practice, lambda _url: None)
    door.sign_in("kopi-pagi")
    credentials, server = given
    assert isinstance(credentials, SystemCredentials) is not practising
    assert server == ("http://127.0.0.1:1" if practising else None)


def test_practice_beside_real_work_keeps_out_of_the_credential_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[object] = []

    class Seen:
        def __init__(
            self, _profile: object, _clock: object, credentials: object, *, practice: bool | None
        ) -> None:
            given.extend((credentials, practice))

        def check(self, server: str, code: str) -> None:
            given.extend((server, code))

    monkeypatch.setattr(enrolling_device, "EnrollingDevice", Seen)
    door = StoreDoor(Profile(tmp_path), HandClock(), None, lambda _url: None, practising=True)
    door.check("http://127.0.0.1:1", "code")
    assert given == [None, True, "http://127.0.0.1:1", "code"]
    assert not door.recoverable()
