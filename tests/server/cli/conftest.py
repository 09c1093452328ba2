"""Commands at the cost of a test: what each password costs is held by the tests of the passwords."""

import pytest

from sync.server.services.passwords import Passwords


@pytest.fixture(autouse=True)
def _cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Servers in this process hash at next to no cost."""
    monkeypatch.setattr(Passwords.__init__, "__defaults__", (64, 1))
