"""The audit trail in memory."""

from __future__ import annotations

from collections.abc import Collection

from sync.server.storage.access_records import AuditAnchor, AuditEntry, AuditWanted
from tests.support.memory_store.tables import Tables


class MemoryAudits:
    """Fulfils `AuditPort`."""

    def __init__(self, tables: Tables) -> None:
        self._audits = tables.audits
        self._about = tables.about
        self._anchors = tables.anchors

    def last(self) -> AuditEntry | None:
        return max(self._audits, key=lambda entry: entry.number, default=None)

    def add(self, entry: AuditEntry, about: Collection[str] = ()) -> None:
        self._audits.add(entry.number, entry)
        self._about.add(entry.number, frozenset(about))

    def found(self, wanted: AuditWanted, limit: int) -> tuple[AuditEntry, ...]:
        rows = sorted(self._audits, key=lambda entry: -entry.number)
        return tuple(row for row in rows if self._is_wanted(row, wanted))[:limit]

    def _is_wanted(self, row: AuditEntry, wanted: AuditWanted) -> bool:
        about = self._about.get(row.number) or frozenset()
        return (
            (wanted.before is None or row.number < wanted.before)
            and (wanted.about is None or bool(about & wanted.about))
            and (wanted.actors is None or row.actor in wanted.actors)
            and (wanted.acts is None or row.act in wanted.acts)
        )

    def after(self, number: int, limit: int, actors: Collection[str] | None = None) -> tuple[AuditEntry, ...]:
        above = (entry for entry in self._audits if entry.number > number)
        found = sorted(
            (entry for entry in above if actors is None or entry.actor in actors),
            key=lambda entry: entry.number,
        )
        return tuple(found[:limit])

    def anchor(self) -> AuditAnchor | None:
        return max(self._anchors, key=lambda anchor: anchor.day, default=None)

    def add_anchor(self, anchor: AuditAnchor) -> None:
        if anchor.day not in self._anchors:
            self._anchors.add(anchor.day, anchor)
