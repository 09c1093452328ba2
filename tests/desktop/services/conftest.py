"""A desk of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop.services.desk import AgentDesk
from sync.protocol.signatures import SigningKey
from tests.support.desks import HandClock, desk_of, make_profile


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def key() -> SigningKey:
    return SigningKey.from_bytes(bytes(range(1, 33)))


@pytest.fixture
def desk(tmp_path: Path, key: SigningKey, clock: HandClock) -> Iterator[AgentDesk]:
    opened = desk_of(make_profile(tmp_path / "profile", key), clock)
    yield opened
    opened.close()
