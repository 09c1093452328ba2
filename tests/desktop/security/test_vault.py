"""The store key is made, opened, re-wrapped and recovered; wrong passwords are slowed down."""

import json
import stat
import sys
from datetime import timedelta

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security import key_file
from perisai_desktop.security.credentials import NoCredentials
from perisai_desktop.security.key_file import Cost, calibrate
from perisai_desktop.security.keys import StoreKeys
from perisai_desktop.security.lockout import FREE_ATTEMPTS
from perisai_desktop.security.recovery_note import RecoveryNote, device_in, encode
from perisai_desktop.security.vault import KEY_FILE, Vault
from sync.protocol.recovery import recovery_public_key, unwrap_store_key
from tests.support.clocks import HandClock

PASSWORD = "pasar-pagi-1961"
RECOVERY = bytes(range(1, 33))


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


@pytest.fixture
def vault(profile: Profile, clock: HandClock, cheap: Cost) -> Vault:
    return Vault(profile, clock, cost=cheap)


def _keys(keys: StoreKeys) -> tuple[bytes, bytes, bytes]:
    return keys.database, keys.attachments, keys.drafts


def test_password_and_key_file_suffice(vault: Vault, profile: Profile) -> None:
    made = vault.create(PASSWORD, None)
    assert _keys(vault.unlock(PASSWORD)) == _keys(made)
    assert len({*_keys(made)}) == 3
    assert not profile.recovery_file.exists()
    if sys.platform != "win32":
        assert stat.S_IMODE(profile.key_file.stat().st_mode) == 0o600
        assert stat.S_IMODE(profile.root.stat().st_mode) == 0o700


def test_nothing_of_the_key_is_on_the_disk(vault: Vault, profile: Profile) -> None:
    prepared = vault.prepare(PASSWORD, recovery_public_key(RECOVERY))
    assert not profile.root.exists()
    prepared.save("7Q2FK")
    assert prepared.recovery_wrap is not None
    store_key = unwrap_store_key(prepared.recovery_wrap, RECOVERY)
    assert _keys(StoreKeys(store_key)) == _keys(prepared.keys)
    for file in profile.root.rglob("*"):
        content = file.read_bytes()
        for secret in (store_key, *_keys(prepared.keys)):
            assert secret not in content
            assert secret.hex().encode() not in content
    assert profile.recovery_file.read_bytes() == encode(RecoveryNote("7Q2FK", prepared.recovery_wrap))
    assert device_in(profile.recovery_file) == "7Q2FK"
    assert repr(prepared.keys) == "StoreKeys()"
    assert prepared.recovery_wrap.hex() not in repr(prepared)


def test_dropped_keys_are_gone(vault: Vault) -> None:
    keys = vault.create(PASSWORD, None)
    keys.drop()
    with pytest.raises(RuntimeError, match="dropped"):
        _ = keys.database
    with pytest.raises(ValueError, match="32 bytes"):
        StoreKeys(b"short")


def test_a_changed_password_opens_the_same_store(vault: Vault) -> None:
    made = _keys(vault.create(PASSWORD, None))
    with pytest.raises(Failure) as refused:
        vault.change_password("another", "new-one")
    assert refused.value == Failure(FailureCode.WRONG_PASSWORD, attempts_left=FREE_ATTEMPTS - 1)
    vault.change_password(PASSWORD, "pasar-malam-1962")
    assert _keys(vault.unlock("pasar-malam-1962")) == made
    with pytest.raises(Failure):
        vault.unlock(PASSWORD)


def test_letters_are_the_same_however_they_were_composed(vault: Vault) -> None:
    made = _keys(vault.create("caf\u00e9-1961", None))
    assert _keys(vault.unlock("cafe\u0301-1961")) == made


def test_without_a_key_file_nobody_is_enrolled(vault: Vault) -> None:
    with pytest.raises(Failure) as refused:
        vault.unlock(PASSWORD)
    assert refused.value == Failure(FailureCode.NOT_ENROLLED)


def test_a_key_file_that_is_gone_everywhere_is_told_from_none(vault: Vault, profile: Profile) -> None:
    vault.create(PASSWORD, None)
    profile.key_file.unlink()
    profile.database.touch()
    profile.mark.touch()
    with pytest.raises(Failure) as lost:
        vault.unlock(PASSWORD)
    assert lost.value == Failure(FailureCode.KEY_FILE_DAMAGED)


def test_a_key_file_that_cannot_be_read_is_a_failure(vault: Vault, profile: Profile) -> None:
    profile.key_file.mkdir(parents=True)
    with pytest.raises(Failure) as refused:
        vault.unlock(PASSWORD)
    assert refused.value == Failure(FailureCode.STORE_UNREADABLE)


def test_wrong_passwords_lead_to_waits_that_grow(vault: Vault, clock: HandClock) -> None:
    vault.create(PASSWORD, None)
    told: list[int] = []
    for left in range(FREE_ATTEMPTS - 1, 0, -1):
        with pytest.raises(Failure) as refused:
            vault.unlock("guess")
        assert refused.value == Failure(FailureCode.WRONG_PASSWORD, attempts_left=left)
    for _ in range(9):
        with pytest.raises(Failure) as refused:
            vault.unlock("guess")
        assert refused.value.code is FailureCode.LOCKED_OUT
        told.append(int(str(refused.value.data["seconds"])))
        assert vault.lockout() == told[-1]
        with pytest.raises(Failure) as waiting:
            vault.unlock(PASSWORD)
        assert waiting.value == Failure(
            FailureCode.LOCKED_OUT, seconds=told[-1], minutes=(told[-1] + 59) // 60
        )
        clock.pass_seconds(told[-1])
    assert told == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    vault.unlock(PASSWORD)
    assert vault.lockout() == 0
    with pytest.raises(Failure) as refused:
        vault.unlock("guess")
    assert refused.value == Failure(FailureCode.WRONG_PASSWORD, attempts_left=FREE_ATTEMPTS - 1)


def test_a_wrong_password_that_cannot_be_counted_opens_nothing(vault: Vault, profile: Profile) -> None:
    vault.create(PASSWORD, None)
    profile.lockout.mkdir()
    with pytest.raises(Failure) as full:
        vault.unlock("salah sama sekali")
    assert full.value.code is FailureCode.DISK_FULL


def _locked(vault: Vault) -> None:
    vault.create(PASSWORD, None)
    for _ in range(FREE_ATTEMPTS):
        with pytest.raises(Failure):
            vault.unlock("guess")


def test_no_file_bars_the_agent_for_longer_than_the_longest_wait(vault: Vault, profile: Profile) -> None:
    vault.create(PASSWORD, None)
    profile.lockout.write_text('{"failures": 9, "since_ms": 0, "wait": 99999999999}')
    assert vault.lockout() <= 3600


def test_setting_the_clock_ends_no_wait(vault: Vault, clock: HandClock) -> None:
    _locked(vault)
    clock.wall += timedelta(days=400)
    assert vault.lockout() == 30
    clock.wall -= timedelta(days=800)
    assert vault.lockout() == 30
    clock.monotonic += 29_999
    assert vault.lockout() == 1


def test_a_restart_of_the_machine_begins_the_wait_again_and_it_ends(vault: Vault, clock: HandClock) -> None:
    _locked(vault)
    clock.monotonic = 1_000
    assert vault.lockout() == 30
    clock.monotonic = 21_000
    assert vault.lockout() == 10
    clock.monotonic = 31_000
    assert vault.lockout() == 0
    vault.unlock(PASSWORD)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"failures": "x", "since_ms": 0, "wait": 0}',
        b"{}",
        b'{"failures": Infinity, "since_ms": 0, "wait": 0}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_count_of_attempts_counts_from_the_start(
    vault: Vault, profile: Profile, content: bytes
) -> None:
    vault.create(PASSWORD, None)
    profile.lockout.write_bytes(content)
    assert vault.lockout() == 0
    vault.unlock(PASSWORD)


def test_the_credential_store_brings_a_lost_key_file_back(
    profile: Profile, clock: HandClock, cheap: Cost
) -> None:
    kept = Kept()
    vault = Vault(profile, clock, kept, cheap)
    made = _keys(vault.create(PASSWORD, None))
    assert kept.content == {KEY_FILE: profile.key_file.read_bytes()}
    vault.change_password(PASSWORD, "pasar-malam-1962")
    assert kept.content == {KEY_FILE: profile.key_file.read_bytes()}
    profile.key_file.unlink()
    with pytest.raises(Failure) as refused:
        vault.unlock(PASSWORD)
    assert refused.value.code is FailureCode.WRONG_PASSWORD
    assert not profile.key_file.exists()
    assert _keys(vault.unlock("pasar-malam-1962")) == made
    assert profile.key_file.read_bytes() == kept.content[KEY_FILE]


def test_who_names_no_cost_pays_what_the_machine_can(
    monkeypatch: pytest.MonkeyPatch, profile: Profile, clock: HandClock
) -> None:
    monkeypatch.setattr(key_file, "calibrate", calibrate)
    made = _keys(Vault(profile, clock).create(PASSWORD, None))
    file = json.loads(profile.key_file.read_bytes())
    assert (file["memory_kib"], file["lanes"]) == (65_536, 2)
    assert file["passes"] >= 2
    assert _keys(Vault(profile, clock).unlock(PASSWORD)) == made


def test_without_a_credential_store_nothing_is_kept() -> None:
    assert NoCredentials().put("x", b"y") is False
    assert NoCredentials().get("x") is None
