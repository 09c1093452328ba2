"""A profile, a clock that tests move by hand and the cheapest cost of a password."""

from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.security.key_file import Cost
from tests.support.clocks import HandClock


@pytest.fixture
def clock() -> HandClock:
    """A clock of its own."""
    return HandClock()


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A folder that does not exist yet."""
    return Profile(tmp_path / "agent")


@pytest.fixture
def cheap() -> Cost:
    """What a password costs in tests."""
    return Cost(memory_kib=64, passes=1, lanes=1)
