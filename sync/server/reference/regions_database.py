"""The regions as one read-only SQLite file: four levels, look-up by code, and words for search as you type.

Rows of `village` are numbered in the order of their search key, so that a prefix of a village's name is one
range of numbers, and the full-text index answers inside that range without sorting.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from sync.rules.names import search_words
from sync.rules.regions import regency_label
from sync.server.reference.sources import SourceFault

REGIONS = "regions.sqlite"
SCHEMA_VERSION = 1

_TABLES = """
CREATE TABLE province (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE regency (code TEXT PRIMARY KEY, province TEXT NOT NULL, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE district (code TEXT PRIMARY KEY, regency TEXT NOT NULL, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE village (number INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL);
CREATE TABLE word (word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE village_words USING fts5
  (words, content = '', detail = none, columnsize = 0, prefix = '1 2 3', tokenize = 'ascii');
"""
_INDEXES = """
CREATE UNIQUE INDEX village_code ON village (code);
CREATE INDEX village_key ON village (key);
"""

Rows = Sequence[Mapping[str, str]]


def _search_words(village: str, district: str, regency: str, province: str) -> list[str]:
    """Every word that finds a village; names of several words can be typed as one."""
    words: list[str] = []
    for name in (village, district, regency_label(regency), province):
        parts = search_words(name)
        words += [*parts, "".join(parts)]
    return list(dict.fromkeys(words))


def _parents(
    rows: Rows, file: str, parents: Iterable[str] | None, column: str
) -> dict[str, Mapping[str, str]]:
    """Rows by code; every parent must exist."""
    known = None if parents is None else set(parents)
    by_code = {row["code"]: row for row in rows}
    if len(by_code) != len(rows) or (known is not None and any(row[column] not in known for row in rows)):
        raise SourceFault("source_malformed", file)
    return by_code


def write_regions(tables: Mapping[str, Rows], path: Path) -> None:
    """Write the file; equal tables give equal bytes with the same SQLite. Raises SourceFault for broken parents."""
    provinces = _parents(tables["provinces.csv"], "provinces.csv", None, "")
    regencies = _parents(tables["regencies.csv"], "regencies.csv", provinces, "province_code")
    districts = _parents(tables["districts.csv"], "districts.csv", regencies, "regency_code")
    villages = _parents(tables["villages.csv"], "villages.csv", districts, "district_code")
    ordered = sorted(("".join(search_words(row["name"])), code, row) for code, row in villages.items())

    def village_rows() -> Iterator[tuple[int, str, str, str]]:
        for number, (key, code, row) in enumerate(ordered, start=1):
            yield number, code, row["name"], key

    def village_words(row: Mapping[str, str]) -> list[str]:
        district = districts[row["district_code"]]
        regency = regencies[district["regency_code"]]
        province = provinces[regency["province_code"]]
        return _search_words(row["name"], district["name"], regency["name"], province["name"])

    words = [village_words(row) for _, _, row in ordered]

    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA page_size = 4096")
        connection.executescript(_TABLES)
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO province VALUES (?, ?)", _level(provinces, None))
        connection.executemany("INSERT INTO regency VALUES (?, ?, ?)", _level(regencies, "province_code"))
        connection.executemany("INSERT INTO district VALUES (?, ?, ?)", _level(districts, "regency_code"))
        connection.executemany("INSERT INTO village VALUES (?, ?, ?, ?)", village_rows())
        connection.executemany(
            "INSERT INTO word VALUES (?)", [(word,) for word in sorted(set(chain(*words)))]
        )
        numbered = ((number, " ".join(found)) for number, found in enumerate(words, start=1))
        connection.executemany("INSERT INTO village_words (rowid, words) VALUES (?, ?)", numbered)
        connection.execute("INSERT INTO village_words (village_words) VALUES ('optimize')")
        connection.execute("COMMIT")
        connection.executescript(_INDEXES)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("VACUUM")
    finally:
        connection.close()


def _level(rows: Mapping[str, Mapping[str, str]], parent: str | None) -> Iterator[tuple[str, ...]]:
    for code in sorted(rows):
        row = rows[code]
        yield (code, row["name"]) if parent is None else (code, row[parent], row["name"])
