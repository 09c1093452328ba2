"""The system's credential store is used where it is there and missed by nobody where it is not."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import KeyringLocked, PasswordDeleteError

from perisai_desktop.security.credentials import SystemCredentials

ROOT = Path(__file__).parents[3]


class Memory(KeyringBackend):
    """A backend that keeps passwords in a dictionary, or refuses everything while it is locked."""

    priority = 1.0

    def __init__(self, *, locked: bool = False) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.locked = locked
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.locked or (service, username) not in self.kept:
            raise PasswordDeleteError
        del self.kept[service, username]

    def _check(self) -> None:
        if self.locked:
            raise KeyringLocked


@pytest.fixture
def backend() -> Iterator[Memory]:
    memory = Memory()
    before = keyring.get_keyring()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


def test_bytes_come_back_and_profiles_keep_apart(backend: Memory, tmp_path: Path) -> None:
    one, other = SystemCredentials(tmp_path / "a"), SystemCredentials(tmp_path / "b")
    assert one.put("mark", b"\x00\xff")
    assert one.get("mark") == b"\x00\xff"
    assert one.get("key-file") is None
    assert other.get("mark") is None


def test_what_is_forgotten_is_gone_and_nothing_is_forgotten_twice(backend: Memory, tmp_path: Path) -> None:
    store = SystemCredentials(tmp_path)
    store.put("key-file", b"x")
    store.put("mark", b"y")
    store.forget("key-file")
    store.forget("key-file")
    assert (store.get("key-file"), store.get("mark")) == (None, b"y")
    backend.locked = True
    store.forget("mark")
    backend.locked = False
    assert store.get("mark") == b"y"


def test_a_locked_store_keeps_nothing_and_says_so(backend: Memory, tmp_path: Path) -> None:
    backend.locked = True
    assert not SystemCredentials(tmp_path).put("mark", b"x")
    assert SystemCredentials(tmp_path).get("mark") is None


def test_content_of_somebody_else_is_nothing(backend: Memory, tmp_path: Path) -> None:
    store = SystemCredentials(tmp_path)
    store.put("mark", b"x")
    for place in backend.kept:
        backend.kept[place] = "not base64!"
    assert store.get("mark") is None


def test_on_a_machine_without_a_store_nothing_is_kept(backend: Memory, tmp_path: Path) -> None:
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    assert not SystemCredentials(tmp_path).put("mark", b"x")
    assert SystemCredentials(tmp_path).get("mark") is None


def test_the_library_is_imported_only_when_it_is_used() -> None:
    script = "import sys; import perisai_desktop.security.vault; sys.exit('keyring' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
