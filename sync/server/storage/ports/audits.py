"""The hash-chained audit trail."""

from collections.abc import Collection
from typing import Protocol

from sync.server.storage.access_records import AuditAnchor, AuditEntry, AuditWanted


class AuditPort(Protocol):
    """Rows are only ever added, each on the one before."""

    def last(self) -> AuditEntry | None:
        """The newest row, with the trail locked until commit where the database has more than one writer."""
        ...

    def add(self, entry: AuditEntry, about: Collection[str] = ()) -> None:
        """Append a row; its number and hash follow the last one's. `about`: the ids by which it is found again."""
        ...

    def found(self, wanted: AuditWanted, limit: int) -> tuple[AuditEntry, ...]:
        """The rows that are asked for, the newest first, at most `limit` of them."""
        ...

    def after(self, number: int, limit: int, actors: Collection[str] | None = None) -> tuple[AuditEntry, ...]:
        """Rows above a number, in order; of some actors alone where they are given."""
        ...

    def anchor(self) -> AuditAnchor | None:
        """The newest anchor."""
        ...

    def add_anchor(self, anchor: AuditAnchor) -> None:
        """Anchor a day; where it is anchored already nothing changes."""
        ...
