"""Searches every byte of a profile for what nobody without the key may find: identity numbers and names of the roster."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

SHORTEST_NAME = 8


def secrets(roster: Sequence[dict[str, str]]) -> set[str]:
    """NIKs as typed and stripped, whole names, and each of their words, of 8 letters or more."""
    found = set()
    for row in roster:
        stripped = re.sub(r"[ .\-]", "", row["nik"])
        found |= {nik for nik in (row["nik"].strip(), stripped) if len(stripped) >= SHORTEST_NAME}
        for name in (row["nama"], row["nama_ibu"]):
            found |= {
                part for part in (name.strip(), *name.split()) if sum(map(str.isalpha, part)) >= SHORTEST_NAME
            }
    return found


def leaks(profile: Path, hidden: set[str]) -> Iterator[str]:
    """The files below `profile` that show one of the texts, as UTF-8 or UTF-16; never which text."""
    needles = [text.encode(code) for text in sorted(hidden) for code in ("utf-8", "utf-16-le")]
    pattern = re.compile(b"|".join(map(re.escape, needles)), re.IGNORECASE)
    for path in sorted(profile.rglob("*")):
        if path.is_file():
            hits = len(pattern.findall(path.read_bytes())) + len(pattern.findall(str(path).encode()))
            if hits:
                yield f"{path.relative_to(profile)} shows {hits} names or numbers of the roster"


def readable_stores(profile: Path) -> Iterator[str]:
    """The database files below `profile` that SQLite opens without a key."""
    for path in sorted(profile.rglob("*")):
        if path.suffix in {".db", ".sqlite", ".sqlite3"} and path.is_file():
            store = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            try:
                store.execute("SELECT count(*) FROM sqlite_master").fetchone()
                yield f"{path.relative_to(profile)} opens without a key"
            except sqlite3.DatabaseError:
                pass
            finally:
                store.close()
