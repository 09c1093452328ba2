"""The server's key files: made once, the owner's alone, and never silently replaced."""

import stat
from pathlib import Path

import pytest

from sync.protocol.recovery import unwrap_store_key, wrap_store_key
from sync.server.keys import RECOVERY_KEY, SIGNING_KEY, KeyFault, ServerKeys


def test_keys_are_made_once_and_kept(tmp_path: Path) -> None:
    first, second = ServerKeys.open(tmp_path / "server"), ServerKeys.open(tmp_path / "server")
    assert (first.public, first.nonce_key, first.code_key) == (
        second.public,
        second.nonce_key,
        second.code_key,
    )
    assert first.recovery_public == second.recovery_public
    assert len({first.nonce_key, first.code_key, first.signing.to_bytes()}) == 3
    assert ServerKeys.open(tmp_path / "other").public != first.public
    for name in (SIGNING_KEY, RECOVERY_KEY):
        assert stat.S_IMODE((tmp_path / "server" / name).stat().st_mode) == 0o600


def test_a_store_key_wrapped_for_the_branch_opens_with_its_key(tmp_path: Path) -> None:
    keys = ServerKeys.open(tmp_path)
    wrapped = wrap_store_key(b"s" * 32, keys.recovery_public)
    assert unwrap_store_key(wrapped, keys.recovery_private()) == b"s" * 32


def test_a_key_open_to_others_or_damaged_is_refused(tmp_path: Path) -> None:
    ServerKeys.open(tmp_path)
    path = tmp_path / SIGNING_KEY
    path.chmod(0o640)
    with pytest.raises(KeyFault, match="key_file_open_to_others"):
        ServerKeys.open(tmp_path)
    path.chmod(0o600)
    path.write_bytes(b"short")
    with pytest.raises(KeyFault, match="key_file_damaged"):
        ServerKeys.open(tmp_path)


def test_keys_do_not_show_themselves(tmp_path: Path) -> None:
    keys = ServerKeys.open(tmp_path)
    assert keys.signing.to_bytes().hex() not in repr(keys) + repr(keys.signing)


def test_the_bundle_key_is_its_own_and_needs_no_file_of_its_own(tmp_path: Path) -> None:
    keys = ServerKeys.open(tmp_path)
    assert keys.bundle_public not in {keys.public, keys.recovery_public}
    assert keys.bundle_public == ServerKeys.open(tmp_path).bundle_public
