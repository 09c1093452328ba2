"""What a reviewer asks the server for over a million entries: the queue's pages, searches, a record, and the lists.

Each request goes to a server in a process of its own, on PostgreSQL and over loopback HTTP, beside the floor: a
request that reads nothing, and what the driver takes for nothing and for one row by its key.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

import psycopg
import requests

from sync.server.services.practice import REVIEWER, kept_secrets
from tests.bench.grown_branch import Grown, grow
from tests.bench.measured import Claim, Measured, Series, series, timed
from tests.killing.lives import Life
from tests.killing.server import serve
from tests.support.postgres import fresh_database, passable_folder, plain, postgresql

QUEUE, WORKERS = "/v1/review/queue", "/v1/review/workers"
LISTS = ("/v1/review/findings", "/v1/review/agents", "/v1/review/gaps", "/v1/review/deposits")
REACH = 150.0
"""Milliseconds of the slowest in a hundred."""
_TIMES = 300


class Reviewer:
    """A reviewer who is signed in."""

    def __init__(self, url: str, password: str) -> None:
        self._url, self._line = url, requests.Session()
        told = self._line.post(
            f"{url}/v1/review/session", json={"login": REVIEWER, "password": password}
        ).json()
        self._line.headers["Authorization"] = f"Bearer {told['token']}"

    def get(self, path: str, **asked: str) -> Any:
        """What the server answers."""
        answer = self._line.get(self._url + path + ("?" + urlencode(asked) if asked else ""))
        assert answer.status_code == 200, answer.text
        return answer.json()

    def find(self, text: str) -> Any:
        """Who is found."""
        answer = self._line.post(self._url + WORKERS, json={"text": text})
        assert answer.status_code == 200, answer.text
        assert answer.json()["workers"], text
        return answer.json()

    def close(self) -> None:
        """Hang up."""
        self._line.close()


def run(size: int) -> Measured:
    """Over about `size` entries."""
    with (
        TemporaryDirectory() as name,
        passable_folder() as postgres,
        postgresql(postgres / "server") as address,
        fresh_database(address, "branch") as url,
    ):
        grown = grow(Path(name), url, size)
        return measure(Path(name), url, grown, min(max(size // 3_000, 2), _TIMES))


def measure(folder: Path, url: str, grown: Grown, times: int) -> Measured:
    """Ask the server of a grown branch for everything so many times."""
    with _reviewer(folder, url) as reviewer, psycopg.connect(plain(url), autocommit=True) as driver:
        drawn = _drawn(driver, times)
        pages = _pages(reviewer, times)
        asked: dict[str, tuple[Callable[[Any], object], list[Any]]] = {
            "queue, first page": (lambda _none: reviewer.get(QUEUE), [None]),
            "queue, a page behind it": (lambda after: reviewer.get(QUEUE, after=after), pages),
            "queue, one state": (lambda state: reviewer.get(QUEUE, state=state), ["flagged", "approved"]),
            "search by NIK": (reviewer.find, drawn["nik"]),
            "search by phone": (reviewer.find, drawn["phone"]),
            "search by receipt": (reviewer.find, drawn["receipt"]),
            "search by name": (reviewer.find, drawn["name"]),
            "one record": (lambda entry: reviewer.get(f"/v1/review/records/{entry}"), drawn["entry"]),
        }
        measured = [_series(label, work, of, times) for label, (work, of) in asked.items()]
        beside = [
            _series(path.rpartition("/")[2], reviewer.get, [path], max(times // 5, 1)) for path in LISTS
        ]
        floor = [
            _series("floor: a request that reads nothing", reviewer.get, ["/v1/health/live"], times),
            _series("floor: SELECT 1", driver.execute, ["SELECT 1"], times),
            _series("floor: one review by its key", _row(driver), drawn["entry"], times),
        ]
    states = ", ".join(f"{count:,} {state}" for state, count in grown.states.items())
    return Measured(
        (*measured, *beside, *floor),
        tuple(Claim(f"{one.label}, p99", one.quantile(0.99), REACH, "ms") for one in measured),
        (f"  {grown.entries:,} entries of {grown.agents} agents; reviews: {states}",),
    )


def _series(label: str, work: Callable[[Any], object], of: list[Any], times: int) -> Series:
    """So many calls over what is asked for, in turn; the first three are not counted."""
    for one in islice(cycle(of), 3):
        work(one)
    return series(label, [timed(lambda one=one: work(one)) for one in islice(cycle(of), times)])  # type: ignore[misc]


def _row(driver: psycopg.Connection[Any]) -> Callable[[str], object]:
    query = "SELECT * FROM review WHERE entry_id = %s"
    return lambda entry_id: driver.execute(query, [entry_id]).fetchone()


def _pages(reviewer: Reviewer, times: int) -> list[str]:
    """Where further pages begin, a dozen at most; the first page's own beginning where it is the only one."""
    pages: list[str] = []
    after = reviewer.get(QUEUE)["following"]
    while after is not None and len(pages) < min(times, 12):
        pages.append(after)
        after = reviewer.get(QUEUE, after=after)["following"]
    return pages or ["0~0~~"]


def _drawn(driver: psycopg.Connection[Any], times: int) -> dict[str, list[Any]]:
    """NIKs, phones, receipts and waiting records from everywhere in the tables."""
    queries = {
        "nik": "SELECT nik FROM worker_register ORDER BY md5(nik) LIMIT %s",
        "phone": "SELECT phone FROM worker_register WHERE phone IS NOT NULL ORDER BY md5(phone) LIMIT %s",
        "name": "SELECT left(name_key, 3 + ascii(right(nik, 1)) %% 6) FROM worker_register ORDER BY md5(nik) LIMIT %s",
        "receipt": "SELECT l.receipt_number FROM ledger_line l JOIN worker_register w ON w.worker_id = l.worker_id"
        " WHERE l.receipt_number IS NOT NULL ORDER BY md5(l.hash) LIMIT %s",
        "entry": "SELECT entry_id FROM review WHERE state IN ('received', 'flagged') ORDER BY md5(hash) LIMIT %s",
    }
    return {name: [row[0] for row in driver.execute(query, [times])] for name, query in queries.items()}


@contextmanager
def _reviewer(folder: Path, url: str) -> Iterator[Reviewer]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    life = Life(serve, folder, port, url, None)
    try:
        life.hear()
        reviewer = Reviewer(f"http://127.0.0.1:{port}", kept_secrets(folder).reviewer_password)
        yield reviewer
        reviewer.close()
    finally:
        life.kill()
