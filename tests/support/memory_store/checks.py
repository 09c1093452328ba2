"""What the checks ask in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sync.server.storage.check_records import DatedEntry, HeldCash, PhotoUse, StoredFinding
from tests.support.memory_store.tables import Tables


class MemoryChecks:
    """Fulfils `CheckPort`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def use(self, uses: Sequence[PhotoUse]) -> None:
        for use in uses:
            if (use.sha256, use.entry_id) not in self._tables.uses:
                self._tables.uses.add((use.sha256, use.entry_id), use)

    def uses(self, hashes: Collection[str], limit: int) -> tuple[PhotoUse, ...]:
        wanted = set(hashes)
        found = [use for use in self._tables.uses if use.sha256 in wanted and use.compared]
        return tuple(sorted(found, key=lambda use: (use.sha256, use.entry_id))[:limit])

    def replace(self, entry_ids: Collection[str], findings: Sequence[StoredFinding]) -> None:
        gone = set(entry_ids)
        for one in self._tables.findings:
            if one.entry_id in gone:
                self._tables.findings.drop((one.entry_id, one.check_code))
        for one in findings:
            self._tables.findings.add((one.entry_id, one.check_code), one)

    def about(self, entry_ids: Collection[str]) -> tuple[StoredFinding, ...]:
        found = [one for one in self._tables.findings if one.entry_id in entry_ids]
        return tuple(sorted(found, key=lambda one: (one.entry_id, one.check_code)))

    def found(self, branch_id: str, since: date, until: date, limit: int) -> tuple[StoredFinding, ...]:
        found = [
            one
            for one in self._tables.findings
            if one.branch_id == branch_id and since <= one.found_on <= until
        ]
        found.sort(key=lambda one: (one.entry_id, one.check_code))
        return tuple(sorted(found, key=lambda one: one.found_on, reverse=True)[:limit])

    def written(
        self, branch_id: str, kind: str, since: date, until: date, limit: int
    ) -> tuple[DatedEntry, ...]:
        found = [
            DatedEntry(one.agent_id, one.entry_id, one.recorded_at, one.recorded_on)
            for one in self._tables.reviews
            if (one.branch_id, one.kind) == (branch_id, kind) and since <= one.recorded_on <= until
        ]
        return tuple(sorted(found, key=lambda one: (one.recorded_at, one.entry_id))[:limit])

    def held(self, agents: Collection[str], before: date, limit: int) -> tuple[HeldCash, ...]:
        found = [
            HeldCash(one.agent_id, one.entry_id, one.taken_on, one.total)
            for one in self._tables.receipts
            if one.agent_id in agents
            and one.deposit == "in_hand"
            and one.state in ("issued", "void_requested")
            and one.genuine
            and one.taken_on < before
        ]
        return tuple(sorted(found, key=lambda one: (one.taken_on, one.entry_id))[:limit])

    def receipts(self, agents: Collection[str], since: date, until: date) -> Mapping[str, int]:
        return Counter(
            one.agent_id
            for one in self._tables.receipts
            if one.agent_id in agents and since <= one.issued_on <= until
        )
