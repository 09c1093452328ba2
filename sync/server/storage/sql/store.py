"""The one implementation of the store: transactions on SQLite or PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from sync.server.refusals import Refusal
from sync.server.storage.sql.engine import WRITER
from sync.server.storage.sql.work import SqlUnitOfWork

RETRY_SECONDS = 30


class SqlStore:
    """Fulfils `Store`. On SQLite one thread writes at a time; on PostgreSQL rows and counters are locked.

    `feed_floor`: every position that is given in a feed is above it.
    """

    def __init__(self, engine: Engine, feed_floor: int = 0) -> None:
        self._engine = engine
        self._feed_floor = feed_floor
        self._sqlite = engine.dialect.name == "sqlite"
        self._writer = Lock()

    @contextmanager
    def transaction(self) -> Iterator[SqlUnitOfWork]:
        """Commits at the end, rolls back on any exception. Refusal: 503 `store_unavailable`."""
        if not self._sqlite:
            with _available(), self._engine.begin() as connection:
                yield SqlUnitOfWork(connection, self._feed_floor)
            return
        with _available(), self._writer, self._engine.connect() as connection:
            writing = connection.execution_options(**{WRITER: True})
            with writing.begin():
                yield SqlUnitOfWork(writing, self._feed_floor)

    @contextmanager
    def reading(self) -> Iterator[SqlUnitOfWork]:
        """One snapshot; nothing written in it is kept. Refusal: 503 `store_unavailable`."""
        with _available(), self._engine.connect() as connection:
            if self._sqlite:
                yield SqlUnitOfWork(connection)
            else:
                yield SqlUnitOfWork(
                    connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
                )
            connection.rollback()

    def scrub(self) -> None:
        """Write the log of SQLite back and empty it: the pages that are left hold zeros where rows were (`secure_delete`).
        PostgreSQL does as much by itself, with its own vacuum."""
        if self._sqlite:
            with self._writer, self._engine.connect() as connection:
                connection.execution_options(isolation_level="AUTOCOMMIT")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()


@contextmanager
def _available() -> Iterator[None]:
    """Say later, not no, where the database cannot serve: a full disk, a restart, a lock that two wait for."""
    try:
        yield
    except OperationalError as error:
        raise Refusal("store_unavailable", seconds=RETRY_SECONDS) from error
