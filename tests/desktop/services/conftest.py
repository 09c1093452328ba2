"""A desk of its own for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop.services.desk import AgentDesk
from sync.protocol.signatures import SigningKey
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile


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


@pytest.fixture
def set_back(tmp_path: Path, key: SigningKey, clock: HandClock) -> Iterator[AgentDesk]:
    """A desk whose folder was set back to the morning; only the mark beside it survived."""
    profile = make_profile(tmp_path / "profile", key)
    shutil.copytree(profile.root, tmp_path / "copy")
    desk = desk_of(profile, clock)
    desk.enrolling.enrol(filled_draft(desk))
    desk.close()
    kept = profile.mark.read_bytes()
    shutil.rmtree(profile.root)
    shutil.copytree(tmp_path / "copy", profile.root)
    profile.mark.write_bytes(kept)
    back = desk_of(profile, clock)
    yield back
    back.close()
