"""An empty store on SQLite and on PostgreSQL in turn: one conformance suite for both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.server.storage.opening import open_store
from sync.server.storage.store import Store
from tests.support.intake_house import DATABASES


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'server.sqlite3'}"
    found: str = request.getfixturevalue("postgres_url")
    return found


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """The store over it."""
    opened = open_store(database_url)
    yield opened
    opened.close()
