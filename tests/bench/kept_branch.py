"""A grown branch for as long as a benchmark runs, or kept in a folder where the next run finds it filled."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from tests.bench.grown_branch import Grown, grow
from tests.support.postgres import fresh_database, passable_folder, plain, postgresql

_NOTE, _DATABASE = "grown.json", "branch"


@dataclass(frozen=True, slots=True)
class Stand:
    """A filled branch: the folder of its practice server, its database, and what was made."""

    folder: Path
    url: str
    grown: Grown


@contextmanager
def branch_of(size: int, kept: Path | None) -> Iterator[Stand]:
    """About `size` entries. In `kept` they are filled once and opened again, whatever `size` is asked for then."""
    if kept is not None:
        with postgresql(kept / "postgresql") as address:
            yield _kept(kept, address, size)
        return
    with (
        TemporaryDirectory() as name,
        passable_folder() as postgres,
        postgresql(postgres / "server") as address,
        fresh_database(address, _DATABASE) as url,
    ):
        yield Stand(Path(name), url, grow(Path(name), url, size))


def _kept(kept: Path, address: str, size: int) -> Stand:
    """The branch in a folder; one whose filling was broken off is filled anew."""
    folder, url, note = kept / "state", f"{address.rpartition('/')[0]}/{_DATABASE}", kept / _NOTE
    if not note.exists():
        folder.mkdir(exist_ok=True)
        with psycopg.connect(plain(address), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {_DATABASE} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {_DATABASE}")
        note.write_text(json.dumps(asdict(grow(folder, url, size))), encoding="utf-8")
    return Stand(folder, url, Grown(**json.loads(note.read_text(encoding="utf-8"))))
