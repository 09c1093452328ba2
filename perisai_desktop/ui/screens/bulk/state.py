"""What a reviewer sees of records that are approved together."""

from __future__ import annotations

from dataclasses import dataclass

from perisai_desktop.domain.bulk import Bulk
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.review import QueueRecord
from sync.rules.states import ReviewState

LARGEST = 500


@dataclass(frozen=True, slots=True)
class BulkState:
    """`clean` are the records of the list that can be taken together; `bulk` is the reviewer's own, None before one is drawn."""

    clean: tuple[QueueRecord, ...] = ()
    bulk: Bulk | None = None
    read: bool = False
    busy: bool = False
    failure: Failure | None = None

    @property
    def rupiah(self) -> int:
        """What the clean records paid."""
        return sum(record.rupiah for record in self.clean)


def clean_of(records: tuple[QueueRecord, ...]) -> tuple[QueueRecord, ...]:
    """Those in which nothing was found and that nobody is at, as many as fit into one bulk."""
    found = [
        one
        for one in records
        if one.state is ReviewState.RECEIVED and not one.flags and one.proposed_by is None
    ]
    return tuple(found[:LARGEST])
