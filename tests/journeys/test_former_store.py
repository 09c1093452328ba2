"""A profile that lost key file and mark is enrolled anew: the old store is set aside whole and opens again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.signing_in import SigningIn
from tests.support.centres import Centre, running_centre
from tests.support.desks import HandClock, filled_draft

PASSWORD = "kopi-pagi-di-pasar"
LIGHT = Cost(memory_kib=64, passes=1, lanes=1)


class Kept:
    """A credential store in memory."""

    def __init__(self) -> None:
        self.content: dict[str, bytes] = {}

    def put(self, name: str, content: bytes) -> bool:
        self.content[name] = content
        return True

    def get(self, name: str) -> bytes | None:
        return self.content.get(name)

    def forget(self, name: str) -> None:
        self.content.pop(name, None)


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    with running_centre(tmp_path_factory.mktemp("centre")) as running:
        yield running


def fill(profile: Profile, centre: Centre, kept: Kept, nik: str, born: str) -> None:
    """Enrol the laptop and one worker, who stays unsent."""
    desk = EnrollingDevice(profile, HandClock(), kept, LIGHT).enrol(centre.url, centre.new_code(), PASSWORD)
    desk.enrolling.enrol(filled_draft(desk, nik=nik, birth_date=born))
    desk.close()


@pytest.mark.parametrize("copied", [True, False], ids=["key in the credential store", "key put back"])
def test_a_store_without_key_and_mark_is_set_aside(centre: Centre, tmp_path: Path, copied: bool) -> None:
    profile, kept = Profile(tmp_path / "profile"), Kept()
    number = 5 + copied
    fill(profile, centre, kept, f"320208160890000{number}", "1990-08-16")
    key = profile.key_file.read_bytes()
    profile.key_file.unlink()
    profile.mark.unlink()
    if not copied:
        kept.content.clear()
    fill(profile, centre, kept, f"320208160890001{number}", "1990-08-16")
    former = Profile(profile.root / "former-1")
    assert former.database.exists()
    if not copied:
        former.key_file.write_bytes(key)
    old = SigningIn(former, HandClock()).sign_in(PASSWORD)
    assert old.syncing.run().sent == 4
    old.close()
    new = SigningIn(profile, HandClock(), kept).sign_in(PASSWORD)
    assert new.syncing.run().sent == 4
    new.close()


def test_a_first_enrolment_sets_nothing_aside(centre: Centre, tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile")
    EnrollingDevice(profile, HandClock(), None, LIGHT).enrol(centre.url, centre.new_code(), PASSWORD).close()
    assert not list(profile.root.glob("former-*"))
