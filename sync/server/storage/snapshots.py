"""Snapshots of the database as files, of one instant, while others write; and an empty database filled from them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, make_url

from sync.server.storage.opening import migrate, present_revision
from sync.server.storage.sql.engine import open_engine
from sync.server.storage.store import StoreFault
from sync.server.storage.tables import SERVER_METADATA

SQLITE_FILE = "database.sqlite3"
_REVISION = "alembic_version"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a snapshot holds: `sqlite` or `postgresql`, the schema's revision, and the rows of each table."""

    database: str
    revision: str
    counts: Mapping[str, int]


def take_snapshot(url: str, folder: Path) -> Snapshot:
    """Write one instant of the database into an empty folder: SQLite's own backup of the file, or each table of
    PostgreSQL as COPY writes it, in one read-only transaction."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _copy_sqlite(Path(str(address.database)), folder / SQLITE_FILE)
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            reading = connection.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
            revision = present_revision(reading) or ""
            counts = {table.name: _copy_out(reading, table, folder) for table in _TABLES}
    finally:
        engine.dispose()
    return Snapshot("postgresql", revision, counts)


def fill_database(url: str, folder: Path, snapshot: Snapshot) -> None:
    """Fill a database that holds nothing from a snapshot of its kind.

    Raises StoreFault: `snapshot_of_other_kind`, `database_not_empty`, `snapshot_of_other_version`, `snapshot_differs`.
    """
    address = make_url(url)
    if address.get_backend_name() != snapshot.database:
        raise StoreFault("snapshot_of_other_kind")
    if snapshot.database == "sqlite":
        target = Path(str(address.database))
        if target.exists():
            raise StoreFault("database_not_empty")
        if _copy_sqlite(folder / SQLITE_FILE, target) != snapshot:
            raise StoreFault("snapshot_differs")
        return
    engine = open_engine(url)
    try:
        migrate(engine)
        with engine.begin() as connection:
            if any(_rows(connection, table.name) for table in _TABLES):
                raise StoreFault("database_not_empty")
            if present_revision(connection) != snapshot.revision:
                raise StoreFault("snapshot_of_other_version")
            for table in _TABLES:
                _copy_in(connection, table, folder)
            if {table.name: _rows(connection, table.name) for table in _TABLES} != dict(snapshot.counts):
                raise StoreFault("snapshot_differs")
    finally:
        engine.dispose()


_TABLES = tuple(SERVER_METADATA.sorted_tables)


def _copy_sqlite(source: Path, target: Path) -> Snapshot:
    """A copy of one instant, made in one step beside whoever writes, and found sound."""
    address = f"file:{source.as_posix()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as before, closing(sqlite3.connect(target)) as after:
        target.chmod(0o600)
        before.backup(after)
        after.execute("PRAGMA journal_mode = DELETE")
        if after.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise StoreFault("snapshot_differs")
        counts = {table.name: _count(after, table.name) for table in _TABLES}
        revision = after.execute(f"SELECT version_num FROM {_REVISION}").fetchone()  # noqa: S608
    return Snapshot("sqlite", str(revision[0]), counts)


def _count(connection: sqlite3.Connection, table: str) -> int:
    found: int = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608
    return found


def _rows(connection: Connection, table: str) -> int:
    found: int = connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one()  # noqa: S608
    return found


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


def _copy_out(connection: Connection, table: Table, folder: Path) -> int:
    path = folder / f"{table.name}.copy"
    command = f'COPY "{table.name}" ({_columns(table)}) TO STDOUT'
    with path.open("xb") as file, _cursor(connection) as cursor:
        path.chmod(0o600)
        with cursor.copy(command) as copying:
            for piece in copying:
                file.write(piece)
        count: int = cursor.rowcount
    return count


def _copy_in(connection: Connection, table: Table, folder: Path) -> None:
    command = f'COPY "{table.name}" ({_columns(table)}) FROM STDIN'
    path = folder / f"{table.name}.copy"
    with path.open("rb") as file, _cursor(connection) as cursor, cursor.copy(command) as copying:
        while piece := file.read(1 << 20):
            copying.write(piece)


def _cursor(connection: Connection) -> Any:
    return connection.connection.driver_connection.cursor()  # type: ignore[union-attr]
