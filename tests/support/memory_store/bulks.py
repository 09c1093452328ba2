"""Records that are approved together, in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sync.server.storage.decision_records import Bulk
from tests.support.memory_store.tables import Tables


class MemoryBulks:
    """Fulfils `BulkPort`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add(self, bulk: Bulk) -> None:
        self._tables.bulks.add(bulk.bulk_id, bulk)

    def bulk(self, bulk_id: str, *, locking: bool = False) -> Bulk | None:
        return self._tables.bulks.get(bulk_id)

    def put(self, bulk: Bulk) -> None:
        before = self._tables.bulks.get(bulk.bulk_id)
        if before is not None:
            after = replace(before, state=bulk.state, rows=bulk.rows, due_at=bulk.due_at)
            self._tables.bulks.put(bulk.bulk_id, after)

    def of_branch(self, branch_id: str, since: datetime) -> tuple[Bulk, ...]:
        found = [one for one in self._tables.bulks if one.branch_id == branch_id and one.at >= since]
        return tuple(sorted(sorted(found, key=lambda one: one.bulk_id), key=lambda one: one.at, reverse=True))

    def due(self, at: datetime) -> tuple[Bulk, ...]:
        found = [
            (one.due_at, one.bulk_id, one)
            for one in self._tables.bulks
            if one.state == "scheduled" and one.due_at is not None and one.due_at <= at
        ]
        return tuple(one for _, _, one in sorted(found, key=lambda each: each[:2]))
