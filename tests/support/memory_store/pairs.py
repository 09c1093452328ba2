"""What people said of two records, in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sync.server.storage.decision_records import PairSaying
from tests.support.memory_store.tables import Tables


class MemoryPairs:
    """Fulfils `PairPort`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def say(self, saying: PairSaying) -> None:
        self._tables.sayings.add((saying.first_id, saying.second_id, saying.number), saying)

    def sayings(self, entry_ids: Collection[str]) -> Sequence[PairSaying]:
        found = [
            one for one in self._tables.sayings if one.first_id in entry_ids or one.second_id in entry_ids
        ]
        return tuple(sorted(found, key=lambda one: (one.first_id, one.second_id, one.number)))
