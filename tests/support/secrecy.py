"""Searches every byte of a profile for what nobody without the key may find: identity numbers and names of the roster."""

import re
import sqlite3
from collections.abc import Collection, Iterator, Sequence
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
    needles = {text.encode(code).lower() for text in hidden for code in ("utf-8", "utf-16-le")}
    if not needles:
        return
    pattern = re.compile(_any_of(needles))
    for path in sorted(profile.rglob("*")):
        if path.is_file():
            hits = len(pattern.findall(path.read_bytes().lower()))
            hits += len(pattern.findall(str(path).lower().encode()))
            if hits:
                yield f"{path.relative_to(profile)} shows {hits} names or numbers of the roster"


def _any_of(needles: Collection[bytes], deep: int = 5) -> bytes:
    """A pattern that finds any of many texts, branched by their first bytes: most places fail at the first one."""
    if deep == 0 or b"" in needles or len(needles) == 1:
        return b"(?:" + b"|".join(map(re.escape, sorted(needles, key=len, reverse=True))) + b")"
    heads: dict[bytes, set[bytes]] = {}
    for needle in needles:
        heads.setdefault(needle[:1], set()).add(needle[1:])
    branches = (re.escape(head) + _any_of(rests, deep - 1) for head, rests in sorted(heads.items()))
    return b"(?:" + b"|".join(branches) + b")"


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
