"""Passwords of programs that live in a test's own process, at a cost that tests can pay."""

from collections.abc import Iterator

import pytest

from perisai_desktop.security import key_file
from perisai_desktop.security.key_file import Cost

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture(scope="session", autouse=True)
def cheap_passwords() -> Iterator[None]:
    """No laptop measures what it can pay, except where `tests/desktop/security` holds the real cost."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_file, "calibrate", lambda: CHEAP)
        yield
