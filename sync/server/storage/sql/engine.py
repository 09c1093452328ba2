"""Opens a database so that what it commits is durable and SQLite has a single writer lane."""

import os
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.pool import ConnectionPoolEntry

WRITER = "perisai_writer"
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 30000",
    "PRAGMA cache_size = -32768",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
)


def open_engine(url: str) -> Engine:
    """An engine for a `sqlite:///` or `postgresql+psycopg://` address; a new SQLite file is the owner's alone."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        _private_file(address.database)
        engine = create_engine(address, connect_args={"check_same_thread": False})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(
        address,
        pool_size=8,
        max_overflow=8,
        pool_pre_ping=True,
        connect_args={"options": "-c timezone=UTC -c synchronous_commit=on"},
    )


def _private_file(name: str | None) -> None:
    if name and name != ":memory:":
        os.close(os.open(Path(name), os.O_RDWR | os.O_CREAT, 0o600))


def _prepare_sqlite(connection: SqliteConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    for pragma in SQLITE_PRAGMAS:
        connection.execute(pragma).close()


def _begin_sqlite(connection: Connection) -> None:
    writer = connection.get_execution_options().get(WRITER, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")
