"""Copies a store, encrypted as it is, and opens the copy to verify it: before an upgrade, and for another disk."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.storage.link import connect

KEPT = 3
_PAGES = 256
"""Pages of 4 kB between two words about how far a copy is."""


def verified_copy(link: dbapi2.Connection, path: Path, key: bytes, folder: Path, revision: str) -> Path:
    """Put a copy of the store into `folder` and return it, once it opens with the key and is whole.

    Whole: the HMAC of every page holds, the structure is sound, and the journal has as many entries as
    the original. The newest three copies are kept. Raises Failure(store_backup_failed).
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    copy = folder / f"store-{revision}-{len(list(folder.glob('store-*.db'))):04d}-{os.urandom(3).hex()}.db"
    link.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    link.execute("BEGIN IMMEDIATE")
    try:
        _copy(path, copy)
        whole = _whole(copy, key, entries=_entries(link))
    except (OSError, dbapi2.Error, Failure):
        whole = False
    finally:
        link.execute("ROLLBACK")
    if not whole:
        copy.unlink(missing_ok=True)
        raise Failure(FailureCode.STORE_BACKUP_FAILED)
    for old in sorted(folder.glob("store-*.db"), key=lambda file: file.stat().st_mtime_ns)[:-KEPT]:
        old.unlink()
    return copy


def snapshot(
    path: Path, key: bytes, copy: Path, told: Callable[[int, int], None] = lambda _done, _total: None
) -> int:
    """Write one state of the store at `path` into the new file `copy`, under the same key; returns its entries.

    Nobody waits: what is written meanwhile goes into the log and is not in the copy. `told` hears bytes done and
    total, and stops the copy by raising. The copy is on the disk, and was opened again and found whole, when
    this returns. Raises Failure(backup_not_whole), OSError, and whatever `told` raises.
    """
    entries = 0
    source = connect(path, key, writes=False)
    try:
        source.execute("BEGIN")
        entries = _entries(source)
        size = int(source.execute("PRAGMA page_size").fetchone()[0])
        target = connect(copy, key)
        try:
            target.execute("PRAGMA journal_mode = OFF")
            target.execute("PRAGMA synchronous = OFF")
            source.backup(
                target,
                pages=_PAGES,
                progress=lambda _status, left, total: told((total - left) * size, total * size),
            )
        finally:
            target.close()
        copy.chmod(0o600)
        with copy.open("rb+") as written:
            os.fsync(written.fileno())
        whole = _whole(copy, key, entries=entries)
    except (dbapi2.Error, Failure):
        whole = False
    finally:
        source.close()
    if not whole:
        raise Failure(FailureCode.BACKUP_NOT_WHOLE)
    return entries


def _copy(path: Path, copy: Path) -> None:
    with path.open("rb") as source, copy.open("xb") as target:
        copy.chmod(0o600)
        shutil.copyfileobj(source, target, 1 << 20)
        target.flush()
        os.fsync(target.fileno())


def _whole(copy: Path, key: bytes, *, entries: int) -> bool:
    link = connect(copy, key, writes=False)
    try:
        damage = link.execute("PRAGMA cipher_integrity_check").fetchall()
        verdict = link.execute("PRAGMA integrity_check").fetchall()
        return not damage and verdict == [("ok",)] and _entries(link) == entries
    finally:
        link.close()


def _entries(link: dbapi2.Connection) -> int:
    return int(link.execute("SELECT count(*) FROM journal").fetchone()[0])
