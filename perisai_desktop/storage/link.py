"""Opens one connection to the encrypted file, set the way every one of them must be."""

from pathlib import Path

from sqlcipher3 import dbapi2

from perisai_desktop.storage.faults import failure_of

BUSY_SECONDS = 10.0


def connect(path: Path, key: bytes, *, writes: bool = True) -> dbapi2.Connection:
    """Open the file with its 32-byte key: WAL, every commit fsynced, nothing temporary on disk.

    Raises ValueError for a key of another length and Failure(store_damaged) where the key does not open
    the file.
    """
    if len(key) != 32:
        raise ValueError("the database key has 32 bytes")
    try:
        return _opened(path, key, writes)
    except dbapi2.Error as error:
        failure = failure_of(error)
        if failure is None:
            raise
        raise failure from None


def _opened(path: Path, key: bytes, writes: bool) -> dbapi2.Connection:
    link = dbapi2.connect(str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        link.execute("PRAGMA cipher_log_level = NONE")
        link.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        link.execute("PRAGMA temp_store = MEMORY")
        link.execute("SELECT count(*) FROM sqlite_master").fetchone()
        link.execute("PRAGMA journal_mode = WAL")
        link.execute("PRAGMA synchronous = FULL")
        link.execute("PRAGMA foreign_keys = ON")
        if not writes:
            link.execute("PRAGMA query_only = ON")
    except dbapi2.Error:
        link.close()
        raise
    return link
