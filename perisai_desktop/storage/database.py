"""The encrypted database of one profile; its `transaction()` is the only commit there is."""

import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2
from sqlmodel import Session

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.storage import schema
from perisai_desktop.storage.backup import snapshot
from perisai_desktop.storage.faults import failure_of
from perisai_desktop.storage.link import connect

__all__ = ["Database", "Session"]


class Database:
    """One writer at a time, readers beside it on snapshots; usable from every thread."""

    def __init__(
        self,
        path: Path,
        key: bytes,
        *,
        mark: Path | None = None,
        village_name: Callable[[str], str] | None = None,
    ) -> None:
        self.path = path
        self._info = {"mark": mark, "village_name": village_name}
        self.run = secrets.token_hex(8)
        self._file = _identity_of(path)
        self._key = bytearray(key)
        self._writer = _engine(self._connect_writing, links=1, begin="BEGIN IMMEDIATE")
        self._readers = _engine(self._connect_reading, links=4, begin="BEGIN")
        self._turn = threading.Lock()
        self._local = threading.local()

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes,
        *,
        backups: Path | None = None,
        mark: Path | None = None,
        village_name: Callable[[str], str] | None = None,
    ) -> "Database":
        """Open the store, making it when the file does not exist and bringing an older one up to date.

        Before an older store is changed, a verified copy goes to `backups` (default: beside the file).
        `mark` is the file of the high-water mark (default: `mark.json` beside the store); `village_name`
        gives the name for a village's code, by which workers are found.
        Raises Failure: store_damaged (also a wrong key), store_newer (found, known), disk_full,
        store_read_only.
        """
        with suppress(OSError):
            path.touch(mode=0o600)
        schema.bring_up(path, key, backups or path.parent / "backups")
        return cls(path, key, mark=mark or path.parent / "mark.json", village_name=village_name)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session whose work is committed and fsynced when the block ends, and undone when it raises.

        Functions put into `session.info["after_commit"]` run once the commit is durable.
        Raises Failure: disk_full, store_read_only, store_damaged, store_busy, store_unreadable (the file was
        taken away or replaced: what is committed would be gone with it).
        """
        if getattr(self._local, "writing", False):
            raise RuntimeError("a transaction is open in this thread")
        after: list[Callable[[], None]] = []
        with self._turn:
            self._local.writing = True
            try:
                with _failures(), Session(self._writer, autoflush=False) as session:
                    session.info.update(self._info, after_commit=after, run=self.run)
                    session.connection()
                    yield session
                    self._refuse_another_file()
                    session.commit()
            finally:
                self._local.writing = False
            for work in after:
                work()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session on one snapshot that cannot write; what others commit meanwhile stays unseen."""
        with _failures(), Session(self._readers, autoflush=False) as session:
            session.info.update(self._info, run=self.run)
            session.connection().exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
            yield session

    def copy_to(self, copy: Path, told: Callable[[int, int], None]) -> int:
        """Write the store as it stands now into the new file `copy`; see `backup.snapshot`."""
        return snapshot(self.path, bytes(self._key), copy, told)

    def close(self) -> None:
        """Fold the write-ahead log into the file and forget the key; no session may be open.

        A full disk or a damaged file leaves the log beside the file, where the next opening finds it.
        """
        with self._turn:
            self._readers.dispose()
            self._writer.dispose()
            try:
                with suppress(Failure):
                    self._fold()
            finally:
                self._key[:] = bytes(len(self._key))
                self._key.clear()

    def _refuse_another_file(self) -> None:
        found = _identity_of(self.path)
        if found is None or found != self._file:
            raise Failure(FailureCode.STORE_UNREADABLE)

    def _fold(self) -> None:
        link = self._connect_writing()
        try:
            link.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except dbapi2.Error as error:
            if failure_of(error) is None:
                raise
        finally:
            link.close()

    def _connect_writing(self) -> dbapi2.Connection:
        return connect(self.path, bytes(self._key))

    def _connect_reading(self) -> dbapi2.Connection:
        return connect(self.path, bytes(self._key), writes=False)


def _identity_of(path: Path) -> tuple[int, int] | None:
    """Device and number of the file at a path, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _engine(opening: Callable[[], dbapi2.Connection], *, links: int, begin: str) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=opening,
        poolclass=QueuePool,
        pool_size=links,
        max_overflow=0 if links == 1 else 8,
        pool_reset_on_return="rollback",
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(link: Connection) -> None:
        link.exec_driver_sql(begin)

    return engine


@contextmanager
def _failures() -> Iterator[None]:
    """Let failures of the disk and the file through as such; bugs keep their own exception."""
    try:
        yield
    except DBAPIError as error:
        failure = failure_of(error.orig)
        if failure is None:
            raise
        raise failure from None
