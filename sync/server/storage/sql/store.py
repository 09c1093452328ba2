"""The one implementation of the store: transactions on SQLite or PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Engine

from sync.server.storage.sql.engine import WRITER
from sync.server.storage.sql.work import SqlUnitOfWork


class SqlStore:
    """Fulfils `Store`. On SQLite one thread writes at a time; on PostgreSQL rows and counters are locked."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._sqlite = engine.dialect.name == "sqlite"
        self._writer = Lock()

    @contextmanager
    def transaction(self) -> Iterator[SqlUnitOfWork]:
        """Commits at the end, rolls back on any exception."""
        if not self._sqlite:
            with self._engine.begin() as connection:
                yield SqlUnitOfWork(connection)
            return
        with self._writer, self._engine.connect() as connection:
            writing = connection.execution_options(**{WRITER: True})
            with writing.begin():
                yield SqlUnitOfWork(writing)

    @contextmanager
    def reading(self) -> Iterator[SqlUnitOfWork]:
        """One snapshot; nothing written in it is kept."""
        with self._engine.connect() as connection:
            if self._sqlite:
                yield SqlUnitOfWork(connection)
            else:
                yield SqlUnitOfWork(
                    connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
                )
            connection.rollback()

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()
