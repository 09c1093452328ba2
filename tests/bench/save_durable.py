"""Enrolment, contribution and receipt in one durable action, in turns with one raw commit of the same bytes."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from perisai_desktop.storage import actions, link
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.journal import SealedEntry
from tests.bench.measured import Claim, Measured, series, timed
from tests.support.market_day import take
from tests.support.stores import KEY, open_store


def run(size: int) -> Measured:
    """`size` actions of each kind."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = open_store(folder)
        raw = link.connect(folder / "raw.db", KEY)
        raw.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, raw BLOB)")
        floor, saves = [], []
        for place in range(size):
            entries = _taken(database, 1_000_000 + place)
            content = b"".join(entry.raw + (entry.personal or b"") for entry in entries)
            floor.append(timed(lambda content=content: _commit(raw, content)))  # type: ignore[misc]
            saves.append(timed(lambda entries=entries: _save(database, entries)))  # type: ignore[misc]
        raw.close()
        database.close()
    bare, save = series("raw commit of the same bytes", floor), series("save of one action", saves)
    return Measured(
        (bare, save),
        (
            Claim("p50 over the raw commit", save.median / bare.median, 1.5),
            Claim("p99 over the raw commit", save.quantile(0.99) / bare.quantile(0.99), 1.5),
        ),
    )


def _taken(database: Database, number: int) -> list[SealedEntry]:
    """The sealed entries of one action, written by nobody yet."""
    with database.transaction() as session:
        entries = take(session, number)
        session.rollback()
        session.connection()
    return list(entries)


def _save(database: Database, entries: list[SealedEntry]) -> None:
    with database.transaction() as session:
        actions.store(session, entries, datetime.now(UTC))


def _commit(raw: dbapi2.Connection, content: bytes) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO entry(raw) VALUES (?)", (content,))
    raw.execute("COMMIT")
