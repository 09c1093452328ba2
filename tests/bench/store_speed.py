"""Measures the store: search in 100,000 workers and durable saves, each beside its floor in the same run.

Run: python -m tests.bench.store_speed [WORKERS]. Figures are milliseconds; only ratios count.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import insert
from sqlcipher3 import dbapi2

from perisai_desktop.storage import actions, link, rebuild
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.projections import search
from perisai_desktop.storage.projections.standing import Standing
from perisai_desktop.storage.projections.words import index_words, match_query, prefixes
from perisai_desktop.storage.tables import metadata
from sync.rules.names import name_key
from tests.support.market_day import take
from tests.support.stores import KEY, open_store

WORKERS = 100_000
SAVES = 300
FIRST = ("Siti", "Budi", "Agus", "Sri", "Dewi", "Ma'rifah", "Slamet", "Ani", "Wati", "Ratna", "Joko", "Nur")
LAST = ("Nasution", "Wijaya", "Santoso", "Lubis", "Kusuma", "Hidayat", "Pratama", "Utami", "Setiawan", "Mote")
VILLAGES = ("Sukamaju", "Karang Anyar", "Linggo", "Mulyorejo", "Tanjung Sari", "Babakan", "Kebonagung")


def figures(name: str, taken: Sequence[float]) -> str:
    """Median, 99th percentile and maximum of some seconds, as milliseconds."""
    ordered = sorted(taken)
    tail = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return (
        f"{name:<34} p50 {statistics.median(ordered) * 1e3:8.3f}  p99 {tail * 1e3:8.3f}  "
        f"max {ordered[-1] * 1e3:8.3f}"
    )


def timed(work: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def fill(database: Database, count: int) -> None:
    """Write invented workers straight into the projection, in bulk."""
    chance = random.Random(1)
    rows = []
    standings = ["approved"] * 90 + ["waiting"] * 6 + ["unsent"] * 3 + ["to_fix"]
    for place in range(count):
        name = f"{chance.choice(FIRST)} {chance.choice(LAST)} {chance.choice(LAST)}"
        nik = f"{chance.randrange(110101, 969999)}{chance.randrange(10**10):010d}"
        rows.append(
            {
                "worker_id": f"w{place:035d}",
                "name": name,
                "name_key": name_key(name),
                "nik": nik,
                "phone": f"08{chance.randrange(10**10):010d}",
                "village": "35.14.06.2008",
                "words": index_words(name, chance.choice(VILLAGES), nik),
                "occupation": "Pedagang",
                "offer": "JKK+JKM",
                "standing": chance.choice(standings),
            }
        )
    with database.transaction() as session:
        session.connection().execute(insert(metadata.tables["worker"]), rows)
        session.connection().exec_driver_sql("INSERT INTO worker_search(worker_search) VALUES ('optimize')")
        session.connection().exec_driver_sql("ANALYZE")


def typings(chance: random.Random) -> list[str]:
    """What somebody types, letter by letter: names, two words, villages, numbers."""
    typed = []
    for _ in range(40):
        words = (
            f"{chance.choice(FIRST)} {chance.choice(LAST)}",
            chance.choice(VILLAGES),
            f"{chance.randrange(110101, 969999)}{chance.randrange(10**6):06d}",
            f"08{chance.randrange(10**10):010d}",
        )
        typed += [word[:end] for word in words for end in range(1, min(len(word), 12) + 1)]
    return typed


def measure_search(database: Database) -> None:
    """Search as you type, pages of 50, beside raw FTS5 with the same limit on the same file."""
    typed = typings(random.Random(2))
    raw = link.connect(database.path, KEY, writes=False)
    statement = "SELECT rowid FROM worker_search WHERE worker_search MATCH ? ORDER BY rowid DESC LIMIT 50"
    floor, found, filtered = [], [], []
    for text in typed:
        match = (match_query(prefixes(text)),)
        floor.append(timed(partial(_rows, raw, statement, match)))
        found.append(timed(partial(_read, database, partial(search.find, typed=text))))
        one = partial(search.find, typed=text, standing=Standing.TO_FIX)
        filtered.append(timed(partial(_read, database, one)))
    raw.close()
    print(figures("raw FTS5, rowids alone", floor))
    print(figures("search as you type", found))
    print(figures("search, one standing in a hundred", filtered))
    listing = [timed(lambda: _read(database, search.listing)) for _ in range(10)]
    print(figures("ids of all workers by name", listing))
    pages = [timed(lambda: _read(database, lambda session: search.find(session, ""))) for _ in range(200)]
    print(figures("first page by name", pages))
    tallied = [
        timed(lambda: _read(database, lambda session: search.counts(session, datetime.now(UTC).date())))
        for _ in range(20)
    ]
    print(figures("counts by standing", tallied))


def _rows(raw: dbapi2.Connection, statement: str, values: tuple[str, ...]) -> None:
    raw.execute(statement, values).fetchall()


def _read(database: Database, work: Callable[[Session], object]) -> None:
    with database.reading() as session:
        work(session)


def measure_saves(database: Database, folder: Path) -> None:
    """Enrolment, contribution and receipt in one durable action, beside one raw commit of the same bytes."""
    sealed = []
    saves = []
    for row in range(SAVES):
        with database.transaction() as session:
            entries = take(session, 1_000_000 + row)
            session.rollback()
            session.connection()
        begun = time.perf_counter()
        with database.transaction() as session:
            actions.store(session, entries, datetime.now(UTC))
        saves.append(time.perf_counter() - begun)
        sealed.append(b"".join(entry.raw + (entry.personal or b"") for entry in entries))
    raw = link.connect(folder / "raw.db", KEY)
    raw.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, raw BLOB)")
    floor = []
    for content in sealed:
        begun = time.perf_counter()
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO entry(raw) VALUES (?)", (content,))
        raw.execute("COMMIT")
        floor.append(time.perf_counter() - begun)
    raw.close()
    print(figures("raw commit of the same bytes", floor))
    print(figures("save of one action", saves))


def measure_rebuild(database: Database) -> None:
    """Dropping the projections and computing them again."""
    with database.transaction() as session:
        session.connection().exec_driver_sql("DELETE FROM worker WHERE worker_id LIKE 'w%'")
    begun = time.perf_counter()
    with database.transaction() as session:
        rebuild.rebuild(session)
    print(f"rebuild of {SAVES} actions: {(time.perf_counter() - begun) * 1e3:.0f} ms")


def main() -> None:
    """Fill a store and print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else WORKERS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = open_store(folder)
        measure_saves(database, folder)
        print(f"filled {count} workers in {timed(lambda: fill(database, count)):.1f} s")
        measure_search(database)
        measure_rebuild(database)
        database.close()


if __name__ == "__main__":
    main()
