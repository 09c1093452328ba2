"""What a reviewer asks the server for over a million entries: the queue's pages, searches, a record, and the lists.

Each request goes to a server in a process of its own, on PostgreSQL and over loopback HTTP, beside the floor: a
request that reads nothing, and what the driver takes for nothing and for one row by its key.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import psycopg

from sync.server.permissions import Role
from tests.bench.branch_people import Person, people_of
from tests.bench.kept_branch import Stand, branch_of
from tests.bench.measured import Claim, Measured, Series, series, timed
from tests.bench.review_lists import LISTS, SUMS, lists_of
from tests.support.postgres import plain

QUEUE = "/v1/review/queue"
REACH = 150.0
"""Milliseconds of the slowest in a hundred."""
_TIMES = 300


def run(size: int, kept: Path | None = None) -> Measured:
    """Over about `size` entries, those in the folder `kept` where it is given."""
    with branch_of(size, kept) as stand:
        return measure(stand, min(max(size // 3_000, 2), _TIMES))


def measure(stand: Stand, times: int) -> Measured:
    """Ask the server of a grown branch for everything so many times."""
    grown = stand.grown
    with people_of(stand) as people, psycopg.connect(plain(stand.url), autocommit=True) as driver:
        reviewer = people[Role.REVIEWER]
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
        measured += lists_of(people, driver, LISTS, max(times // 5, 1))
        beside = lists_of(people, driver, SUMS, max(times // 50, 1))
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


def _pages(reviewer: Person, times: int) -> list[str]:
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
