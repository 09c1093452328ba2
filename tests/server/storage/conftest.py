"""An empty store on SQLite, on PostgreSQL and in memory in turn: one conformance suite for all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.server.storage.opening import open_store
from sync.server.storage.store import Store
from tests.support.memory_store.store import MemoryStore
from tests.support.server_databases import DATABASES, blank_sqlite


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'server.sqlite3'}"
    found: str = request.getfixturevalue("postgres_url")
    return found


@pytest.fixture(params=DATABASES)
def shared_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store that several threads may use at once."""
    opened = open_store(_address(request, tmp_path))
    yield opened
    opened.close()


@pytest.fixture(params=[*DATABASES, "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store with the newest schema."""
    yield from _opened(request, tmp_path)


@pytest.fixture(params=[*DATABASES, "memory"])
def floored(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """The same, whose feeds begin above 500."""
    yield from _opened(request, tmp_path, feed_floor=500)


def _opened(request: pytest.FixtureRequest, tmp_path: Path, feed_floor: int = 0) -> Iterator[Store]:
    if request.param == "memory":
        yield MemoryStore(feed_floor)
        return
    opened = open_store(_address(request, tmp_path), feed_floor)
    yield opened
    opened.close()


def _address(request: pytest.FixtureRequest, folder: Path) -> str:
    """The address of an empty database with the newest schema."""
    if request.param == "sqlite":
        return blank_sqlite(folder / "server.sqlite3")
    found: str = request.getfixturevalue("emptied_postgres")
    return found
