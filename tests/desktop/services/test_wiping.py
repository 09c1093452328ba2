"""A wipe destroys the wrapped keys first, and whatever breaks off is finished later."""

import os
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.owed_cash import OwedCash
from perisai_desktop.security.vault import KEY_FILE
from perisai_desktop.services import owed_cash, wiping
from perisai_desktop.services.high_water import MARK
from perisai_desktop.services.wiping import Wiping
from sync.client.actions import Wipe
from tests.desktop.services.test_high_water import Shelf
from tests.support.server_replies import hello

WIPE = Wipe(hello(device_state="wiped").answer, hello().proof)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A profile with something under every name."""
    made = Profile(tmp_path / "profile")
    made.prepare()
    keys = (made.key_file, made.recovery_file, made.pending, made.reopening)
    for path in (*keys, made.database, made.mark, made.lockout, made.settings):
        path.write_bytes(b"x" * 90)
    made.database.with_name("store.db-wal").write_bytes(b"wal")
    for folder in (made.attachments, made.backups, made.root / "former-1"):
        folder.mkdir()
        (folder / "one").write_bytes(b"y")
    return made


@pytest.fixture
def shelf() -> Shelf:
    kept = Shelf()
    kept.kept = {KEY_FILE: b"wrapped", MARK: b"mark"}
    return kept


def left(profile: Profile) -> set[str]:
    return {path.name for path in profile.root.iterdir()}


def test_the_keys_go_first_and_the_rest_when_nothing_holds_it(profile: Profile, shelf: Shelf) -> None:
    ending = Wiping(profile, shelf)
    assert not ending.finish()
    profile.root.joinpath(".store.key.0a1b2c3d").write_bytes(b"of a program that was killed as it wrote")
    ending.begin(WIPE)
    assert profile.wiping.read_bytes() == WIPE.proof.body
    assert (profile.key_file.exists(), profile.recovery_file.exists(), shelf.kept) == (False, False, {})
    assert profile.database.exists()
    assert ending.finish()
    assert left(profile) == {"settings.json", "former-1"}
    assert not profile.enrolled
    assert not ending.finish()


def test_cash_that_is_owed_is_kept_in_the_clear_and_outlives_the_store(
    profile: Profile, shelf: Shelf
) -> None:
    cash = OwedCash(67_200, ("7Q2FK-01-000001-Y", "7Q2FK-01-000002-W"))
    ending = Wiping(profile, shelf, lambda: cash)
    ending.begin(WIPE)
    assert ending.finish()
    assert owed_cash.kept(profile.owed) == cash
    Wiping(profile, shelf, lambda: OwedCash(0, ())).begin(WIPE)
    assert owed_cash.kept(profile.owed) is None


def test_a_store_that_cannot_tell_its_cash_is_wiped_all_the_same(profile: Profile, shelf: Shelf) -> None:
    def broken() -> OwedCash:
        raise Failure(FailureCode.STORE_BUSY)

    ending = Wiping(profile, shelf, broken)
    ending.begin(WIPE)
    assert ending.finish()
    assert not profile.owed.exists()


def test_a_damaged_note_of_cash_is_none(profile: Profile) -> None:
    profile.owed.write_bytes(b'{"rupiah": "x"')
    assert owed_cash.kept(profile.owed) is None


def test_a_key_file_is_overwritten_before_its_name_goes(profile: Profile, shelf: Shelf) -> None:
    other = profile.root / "same-file"
    os.link(profile.key_file, other)
    Wiping(profile, shelf).begin(WIPE)
    assert other.read_bytes() == bytes(90)


def test_a_wipe_that_broke_off_after_its_mark_is_finished(profile: Profile, shelf: Shelf) -> None:
    profile.wiping.write_bytes(b"signed")
    assert Wiping(profile, shelf).finish()
    assert left(profile) == {"settings.json", "former-1"}
    assert shelf.kept == {}


def test_what_is_held_open_is_tried_again_at_the_next_start(
    profile: Profile, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    ending = Wiping(profile, shelf)
    ending.begin(WIPE)

    def held(_folder: Path) -> None:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr("perisai_desktop.services.wiping.shutil.rmtree", held)
        assert not ending.finish()
    assert profile.wiping.exists()
    assert ending.finish()


def test_without_room_for_the_mark_nothing_is_destroyed(
    profile: Profile, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise OSError

    monkeypatch.setattr(wiping, "replace_atomically", full)
    with pytest.raises(Failure) as refused:
        Wiping(profile, shelf).begin(WIPE)
    assert refused.value.code is FailureCode.DISK_FULL
    assert profile.key_file.exists()
    assert shelf.kept[KEY_FILE] == b"wrapped"
