"""Keeps the sums of a branch that took long to read: for some minutes they are told again, with the moment they are of."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sync.server.clock import Clock
from sync.server.storage.coverage_records import EnrolledSum, MoneySum, PaidSpan
from sync.server.storage.store import UnitOfWork

LONG = 1.0
"""Seconds of reading from which on sums are kept: a young branch is always told what stands."""
KEPT = timedelta(minutes=5)
MOST = 4
"""So many are kept; some tens of MiB each, where a branch has a million entries."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Sums of some agents from a first to a last local date, both included."""

    agents: tuple[str, ...]
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Sums:
    """What agents reached by the moment `at`."""

    at: datetime
    enrolled: tuple[EnrolledSum, ...]
    money: tuple[MoneySum, ...]
    paid: tuple[PaidSpan, ...]


class CoverageSums:
    """`seconds` measures how long a reading takes."""

    def __init__(self, clock: Clock, seconds: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._seconds = seconds
        self._kept: dict[Asked, Sums] = {}

    def read(self, tx: UnitOfWork, asked: Asked, *, fresh: bool) -> Sums:
        """Those that are kept, unless they are old or `fresh` ones are asked for."""
        now = self._clock.now()
        self._kept = {one: sums for one, sums in self._kept.items() if timedelta() <= now - sums.at < KEPT}
        kept = self._kept.get(asked)
        if kept is not None and not fresh:
            return kept
        began = self._seconds()
        sums = Sums(
            at=now,
            enrolled=tx.coverage.enrolled(asked.agents, asked.first, asked.last),
            money=tx.coverage.money(asked.agents, asked.first, asked.last),
            paid=tx.coverage.paid(asked.agents, asked.last),
        )
        if self._seconds() - began >= LONG:
            others = {one: sums for one, sums in self._kept.items() if one != asked}
            self._kept = dict([*others.items(), (asked, sums)][-MOST:])
        return sums
