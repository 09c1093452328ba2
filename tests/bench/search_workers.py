"""Search as one types, in turns with raw FTS5 on the same file with the same limit."""

import random
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from perisai_desktop.storage import link
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.projections import search
from perisai_desktop.storage.projections.standing import Standing
from perisai_desktop.storage.projections.words import match_query, prefixes
from tests.bench.filled_store import FIRST, LAST, VILLAGES, fill
from tests.bench.measured import Claim, Measured, series, timed
from tests.support.stores import KEY, open_store

RAW = "SELECT rowid FROM worker_search WHERE worker_search MATCH ? ORDER BY rowid DESC LIMIT 50"
TYPISTS = 40
"""People who type four words each."""


def run(size: int) -> Measured:
    """Among `size` workers."""
    with tempfile.TemporaryDirectory() as name:
        database = open_store(Path(name))
        fill(database, size)
        raw = link.connect(database.path, KEY, writes=False)
        floor, found, narrowed = [], [], []
        for text in typings(random.Random(2)):
            match = (match_query(prefixes(text)),)
            one = partial(search.find, typed=text, standing=Standing.TO_FIX)
            floor.append(timed(lambda match=match: raw.execute(RAW, match).fetchall()))  # type: ignore[misc]
            found.append(timed(partial(_read, database, partial(search.find, typed=text))))
            narrowed.append(timed(partial(_read, database, one)))
        raw.close()
        today = datetime.now(UTC).date()
        pages = [timed(lambda: _read(database, lambda each: search.find(each, ""))) for _ in range(200)]
        tallied = [timed(lambda: _read(database, lambda each: search.counts(each, today))) for _ in range(20)]
        database.close()
    bare, typed = series("raw FTS5, rowids alone", floor), series("search as one types", found)
    return Measured(
        (
            bare,
            typed,
            series("search, one standing in a hundred", narrowed),
            series("first page by name", pages),
            series("counts by standing", tallied),
        ),
        (
            Claim("p99 of the search", typed.quantile(0.99), 16, "ms"),
            Claim("p99 over raw FTS5", typed.quantile(0.99) / bare.quantile(0.99), 2),
        ),
    )


def typings(chance: random.Random) -> list[str]:
    """What somebody types, letter by letter: names, two words, villages, numbers."""
    typed = []
    for _ in range(TYPISTS):
        words = (
            f"{chance.choice(FIRST)} {chance.choice(LAST)}",
            chance.choice(VILLAGES),
            f"{chance.randrange(110101, 969999)}{chance.randrange(10**6):06d}",
            f"08{chance.randrange(10**10):010d}",
        )
        typed += [word[:end] for word in words for end in range(1, min(len(word), 12) + 1)]
    return typed


def _read(database: Database, work: Callable[[Session], object]) -> None:
    with database.reading() as session:
        work(session)
