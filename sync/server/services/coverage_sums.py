"""Keeps the sums of a branch that took long to read: for some minutes they are told again, with the moment they are of."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Generic, Protocol, TypeVar

from sync.server.clock import Clock
from sync.server.storage.coverage_records import EnrolledSum, MoneySum, NewSum, PaidSpan, PaymentSum
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


@dataclass(frozen=True, slots=True)
class Fees:
    """What the commissions of agents are reckoned from by the moment `at`."""

    at: datetime
    new: tuple[NewSum, ...]
    payments: tuple[PaymentSum, ...]


class Dated(Protocol):
    """Sums of a moment."""

    @property
    def at(self) -> datetime:
        """The moment."""
        ...


K = TypeVar("K")
V = TypeVar("V", bound=Dated)


class _Shelf(Generic[K, V]):
    """What is kept; replaced whole, since several requests may look at once."""

    def __init__(self) -> None:
        self.kept: dict[K, V] = {}


class CoverageSums:
    """`seconds` measures how long a reading takes."""

    def __init__(self, clock: Clock, seconds: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._seconds = seconds
        self._reached = _Shelf[Asked, Sums]()
        self._fees = _Shelf[tuple[Asked, int, int], Fees]()

    def read(self, tx: UnitOfWork, asked: Asked, *, fresh: bool) -> Sums:
        """Those that are kept, unless they are old or `fresh` ones are asked for."""

        def summed(at: datetime) -> Sums:
            return Sums(
                at=at,
                enrolled=tx.coverage.enrolled(asked.agents, asked.first, asked.last),
                money=tx.coverage.money(asked.agents, asked.first, asked.last),
                paid=tx.coverage.paid(asked.agents, asked.last),
            )

        return self._told(self._reached, asked, summed, fresh=fresh)

    def fees(self, tx: UnitOfWork, asked: Asked, early_until: int, late_until: int, *, fresh: bool) -> Fees:
        """The same of what commissions are reckoned from; see `CoveragePort.payments`."""

        def summed(at: datetime) -> Fees:
            span = (asked.agents, asked.first, asked.last)
            return Fees(at, tx.coverage.new(*span), tx.coverage.payments(*span, early_until, late_until))

        return self._told(self._fees, (asked, early_until, late_until), summed, fresh=fresh)

    def _told(self, shelf: _Shelf[K, V], asked: K, summed: Callable[[datetime], V], *, fresh: bool) -> V:
        now = self._clock.now()
        shelf.kept = {one: sums for one, sums in shelf.kept.items() if timedelta() <= now - sums.at < KEPT}
        kept = shelf.kept.get(asked)
        if kept is not None and not fresh:
            return kept
        began = self._seconds()
        sums = summed(now)
        if self._seconds() - began >= LONG:
            others = {one: known for one, known in shelf.kept.items() if one != asked}
            shelf.kept = dict([*others.items(), (asked, sums)][-MOST:])
        return sums
