"""Brings a store to the format this version knows: makes new ones, migrates older ones, refuses newer ones."""

from pathlib import Path

from sqlcipher3 import dbapi2

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.storage.faults import failure_of
from perisai_desktop.storage.link import connect

NEWEST = "0001"
"""The format that this version writes: the last revision under `migrations/versions`."""


def bring_up(path: Path, key: bytes, backups: Path) -> None:
    """Make or migrate the file at `path`; one that is up to date costs a single read.

    Raises Failure: store_newer (found, known), store_damaged (also a wrong key), store_backup_failed,
    disk_full, store_read_only.
    """
    link = connect(path, key)
    try:
        found = _format(link)
        if found == NEWEST:
            return
        if found is not None and found > NEWEST:
            raise Failure(FailureCode.STORE_NEWER, found=found, known=NEWEST)
        _migrate(link, path, key, backups, found)
    except dbapi2.Error as error:
        failure = failure_of(error)
        if failure is None:
            raise
        raise failure from None
    finally:
        link.close()


def _format(link: dbapi2.Connection) -> str | None:
    """The revision a file is at, None for a new one; revisions are numbers of four digits and sort as text."""
    named = link.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    if named is None:
        return None
    row = link.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def _migrate(link: dbapi2.Connection, path: Path, key: bytes, backups: Path, found: str | None) -> None:
    """Back up what is there, then take all steps in one transaction: a crash leaves the old format."""
    from perisai_desktop.storage import backup, upgrading

    if found is not None:
        backup.verified_copy(link, path, key, backups, found)
    upgrading.upgrade(link)
