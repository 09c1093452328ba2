"""Transactions over the tables in memory: one at a time, kept whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.memory_store.audits import MemoryAudits
from tests.support.memory_store.blobs import MemoryBlobs
from tests.support.memory_store.books import MemoryEntries
from tests.support.memory_store.bulks import MemoryBulks
from tests.support.memory_store.checks import MemoryChecks
from tests.support.memory_store.coverage import MemoryCoverage, MemoryTargets
from tests.support.memory_store.decisions import MemoryFeed, MemoryReviews
from tests.support.memory_store.figures import MemoryFigures
from tests.support.memory_store.handovers import MemoryHandovers
from tests.support.memory_store.inbox import MemoryInbox
from tests.support.memory_store.money import MemoryMoney
from tests.support.memory_store.pairs import MemoryPairs
from tests.support.memory_store.people import (
    MemoryAccounts,
    MemoryDevices,
    MemoryOrganisation,
)
from tests.support.memory_store.purges import MemoryPurges
from tests.support.memory_store.releases import MemoryReleases
from tests.support.memory_store.standings import MemoryStandings
from tests.support.memory_store.tables import Tables, Undo
from tests.support.memory_store.workers import MemoryWorkers


class MemoryUnitOfWork:
    """Fulfils `UnitOfWork`."""

    def __init__(self, tables: Tables) -> None:
        self.organisation = MemoryOrganisation(tables)
        self.devices = MemoryDevices(tables)
        self.inbox = MemoryInbox(tables)
        self.entries = MemoryEntries(tables)
        self.blobs = MemoryBlobs(tables)
        self.checks = MemoryChecks(tables)
        self.handovers = MemoryHandovers(tables)
        self.workers = MemoryWorkers(tables)
        self.money = MemoryMoney(tables)
        self.feed = MemoryFeed(tables)
        self.figures = MemoryFigures(tables)
        self.reviews = MemoryReviews(tables)
        self.bulks = MemoryBulks(tables)
        self.pairs = MemoryPairs(tables)
        self.releases = MemoryReleases(tables)
        self.standings = MemoryStandings(tables)
        self.coverage = MemoryCoverage(tables)
        self.targets = MemoryTargets(tables)
        self.purges = MemoryPurges(tables)
        self.accounts = MemoryAccounts(tables)
        self.audits = MemoryAudits(tables)


class MemoryStore:
    """Fulfils `Store` for one thread; what was committed stays until the store is dropped, whatever dies around it."""

    def __init__(self, feed_floor: int = 0) -> None:
        self.tables = Tables(feed_floor)
        self._work = MemoryUnitOfWork(self.tables)

    @contextmanager
    def transaction(self) -> Iterator[MemoryUnitOfWork]:
        """Commits at the end, rolls back on any exception."""
        undo: Undo = self.tables.undo
        try:
            yield self._work
        except BaseException:
            undo.roll_back()
            raise
        undo.commit()

    def scrub(self) -> None:
        """Nothing is kept of what was dropped."""

    @contextmanager
    def reading(self) -> Iterator[MemoryUnitOfWork]:
        """Nothing written in it is kept."""
        try:
            yield self._work
        finally:
            self.tables.undo.roll_back()

    def close(self) -> None:
        """Nothing to give back."""
