"""Records that were read before anybody asked for them, so that the next one is shown at once."""

from __future__ import annotations

from collections import OrderedDict

from perisai_desktop.domain.review import ReviewRecord

KEPT = 4
"""So many records are held in memory; personal data is not gathered."""


class Ahead:
    """The newest records that were read, by entry."""

    def __init__(self) -> None:
        self._records: OrderedDict[str, ReviewRecord] = OrderedDict()

    def keep(self, record: ReviewRecord) -> None:
        """Hold a record; the one that was held longest makes room."""
        self.drop(record.entry_id)
        self._records[record.entry_id] = record
        while len(self._records) > KEPT:
            self._records.popitem(last=False)

    def get(self, entry_id: str) -> ReviewRecord | None:
        """The record as it was read, None where it was not."""
        return self._records.get(entry_id)

    def drop(self, entry_id: str) -> None:
        """Forget a record: it was decided, or differs at the server."""
        self._records.pop(entry_id, None)
