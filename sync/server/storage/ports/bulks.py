"""The port of records that are approved together."""

from datetime import datetime
from typing import Protocol

from sync.server.storage.decision_records import Bulk


class BulkPort(Protocol):
    """Approvals in bulk."""

    def add(self, bulk: Bulk) -> None:
        """Keep what was drawn."""
        ...

    def bulk(self, bulk_id: str, *, locking: bool = False) -> Bulk | None:
        """One of them; `locking` holds its row until commit."""
        ...

    def put(self, bulk: Bulk) -> None:
        """Replace state, rows and the instant from which it stands."""
        ...

    def of_branch(self, branch_id: str, since: datetime) -> tuple[Bulk, ...]:
        """Those of a branch that were drawn since an instant, newest first."""
        ...

    def due(self, at: datetime) -> tuple[Bulk, ...]:
        """Scheduled ones that stand from now on, longest due first."""
        ...
