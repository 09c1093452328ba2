"""The regions on the laptop: villages as one types, and regions by code, from the read-only file beside the program.

Villages are numbered in the order of their search key in that file, so the names that begin with what was
typed are one range of numbers, and the other words are looked up inside that range.
"""

import importlib
import re
import sqlite3
import threading
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, Self

from sync.rules.names import search_words
from sync.rules.regions import Place, regency_label

_AFTER = "{"
"""The first character after every letter and digit of a search key."""
_LEVELS_LEFT_OUT = frozenset({"desa", "kel", "kelurahan", "kec", "kecamatan", "distrik", "prov", "provinsi"})
_INDEXED = 3
_MANY = 200
_FEW = 64
_CODE_LENGTHS = range(4, 11)

_SEEK = "SELECT number FROM village WHERE key >= ? ORDER BY key, number LIMIT 1"
_LAST = "SELECT coalesce(max(number), 0) FROM village"
_WORDS = "SELECT rowid FROM village_words WHERE village_words MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?"
_RANGE = "SELECT number, code, name FROM village WHERE number BETWEEN ? AND ?"
_VOCABULARY = "SELECT word FROM word WHERE word >= ? AND word < ? LIMIT ?"
_ROW = "SELECT code, name FROM village WHERE number = ?"
_BY_CODE = "SELECT code, name FROM village WHERE code >= ? AND code < ? ORDER BY code LIMIT ?"


class Places:
    """Implements `Gazetteer`; safe for several threads. Provinces, regencies and districts are kept in memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self._provinces: dict[str, str] = dict(connection.execute("SELECT code, name FROM province"))
        regencies = connection.execute("SELECT code, name FROM regency")
        self._regencies = {code: regency_label(name) for code, name in regencies}
        self._districts: dict[str, str] = dict(connection.execute("SELECT code, name FROM district"))
        self._last: int = connection.execute(_LAST).fetchone()[0]

    @classmethod
    def open(cls, path: Path, driver: Any = None) -> Self:
        """Open the file read-only, with a DB-API module of SQLite that can search text.

        Raises the driver's OperationalError where there is none.
        """
        driver = driver or searching_driver(_compile_options())
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        return cls(driver.connect(uri, uri=True, check_same_thread=False))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def search(self, text: str, limit: int = 20) -> tuple[Place, ...]:
        """Villages for what has been typed so far, best first: a code, or beginnings of words in any order.

        Villages whose name begins with the words come first (an exact name before longer ones), then those
        whose name begins with some of them and whose parents have the rest, then all others that have the words.
        """
        with self._lock:
            by_code = self._by_code(text, limit)
            if by_code:
                return by_code
            numbers: dict[int, None] = {}
            for number in self._ranked(search_words(text), limit):
                numbers[number] = None
                if len(numbers) == limit:
                    break
            rows = (self._connection.execute(_ROW, (number,)).fetchone() for number in numbers)
            return tuple(self._with_parents(code, name) for code, name in rows)

    def _by_code(self, text: str, limit: int) -> tuple[Place, ...]:
        digits = re.sub(r"[\s.]", "", text)
        if not (digits.isascii() and digits.isdigit()) or len(digits) not in _CODE_LENGTHS:
            return ()
        groups = [digits[at : at + 2] for at in range(0, min(len(digits), 6), 2)]
        code = ".".join([*groups, digits[6:]] if len(digits) > 6 else groups)
        rows = self._connection.execute(_BY_CODE, (code, code + ":", limit)).fetchall()
        return tuple(self._with_parents(found, name) for found, name in rows)

    def _ranked(self, words: list[str], limit: int) -> Iterator[int]:
        """Numbers of villages, best first; the same one can come again."""
        if not words:
            return
        yield from self._named("".join(words), [], limit)
        words = [word for word in words if word not in _LEVELS_LEFT_OUT] or words
        yield from self._named("".join(words), [], limit)
        for split in range(len(words) - 1, 0, -1):
            yield from self._named("".join(words[:split]), words[split:], limit)
            yield from self._named("".join(words[split:]), words[:split], limit)
        yield from self._having(words, 1, self._last, limit)

    def _named(self, beginning: str, others: list[str], limit: int) -> Iterator[int]:
        """Villages whose name begins so, in the order of their names, and that have the other words."""
        first, last = self._seek(beginning), self._seek(beginning + _AFTER) - 1
        if first > last:
            return
        if others:
            yield from self._having(others, first, last, limit)
        else:
            yield from range(first, min(last, first + limit - 1) + 1)

    def _seek(self, key: str) -> int:
        row = self._connection.execute(_SEEK, (key,)).fetchone()
        return self._last + 1 if row is None else int(row[0])

    def _having(self, words: list[str], first: int, last: int, limit: int) -> Iterator[int]:
        """Villages within a range of numbers that have a word for each beginning."""
        if last - first < _FEW:
            for number, code, name in self._connection.execute(_RANGE, (first, last)).fetchall():
                if all(
                    any(word.startswith(_alias(typed)) for word in self._words(code, name)) for typed in words
                ):
                    yield number
            return
        query = " AND ".join(self._term(word) for word in dict.fromkeys(words))
        for (number,) in self._connection.execute(_WORDS, (query, first, last, limit)).fetchall():
            yield number

    def _words(self, code: str, name: str) -> list[str]:
        """The words that find a village, as the file was built with."""
        place = self._with_parents(code, name)
        names = (
            search_words(name) for name in (place.village, place.district, place.regency, place.province)
        )
        return [word for words in names for word in (*words, "".join(words))]

    def _term(self, typed: str) -> str:
        """The full-text query of the beginning of a word.

        The file has an index of beginnings of one to three characters; a longer one is cheaper as the words
        of the file that begin so, where those are few.
        """
        beginning = _alias(typed)
        if len(beginning) > _INDEXED:
            found = self._connection.execute(_VOCABULARY, (beginning, beginning + _AFTER, _MANY)).fetchall()
            if len(found) < _MANY:
                return (
                    "(" + " OR ".join(f'"{word}"' for (word,) in found) + ")" if found else f'"{beginning}"'
                )
        return f'"{beginning}"*'

    def _with_parents(self, code: str, name: str) -> Place:
        return Place(
            code, name, self._districts[code[:8]], self._regencies[code[:5]], self._provinces[code[:2]]
        )

    def place(self, village_code: str) -> Place | None:
        """The village of a code such as `35.14.06.2008`."""
        with self._lock:
            row = self._connection.execute(
                "SELECT name FROM village WHERE code = ?", (village_code,)
            ).fetchone()
        return None if row is None else self._with_parents(village_code, row[0])

    def regency_known(self, code: str) -> bool:
        """Whether a regency code such as `35.14` exists today."""
        return code in self._regencies

    def regency_name(self, code: str) -> str | None:
        """The name on screen of a regency of today."""
        return self._regencies.get(code)

    def district_known(self, code: str) -> bool:
        """Whether a district code such as `35.14.06` exists today."""
        return code in self._districts


def _alias(typed: str) -> str:
    """`kabupaten`, half typed too, as the names on screen have it."""
    return "kab" if len(typed) > len("kabup") and "kabupaten".startswith(typed) else typed


def searching_driver(options: Collection[str]) -> Any:
    """The standard library's SQLite where its compile options can search text, else the store's, without a key."""
    return sqlite3 if "ENABLE_FTS5" in options else importlib.import_module("sqlcipher3.dbapi2")


def _compile_options() -> frozenset[str]:
    connection = sqlite3.connect(":memory:")
    try:
        return frozenset(name for (name,) in connection.execute("PRAGMA compile_options"))
    finally:
        connection.close()
