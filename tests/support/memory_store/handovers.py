"""Hand-overs and who serves a worker in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from sync.server.storage.handover_records import Handover, Service
from tests.support.memory_store.tables import Tables


class MemoryHandovers:
    """Fulfils `HandoverPort`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add(self, handover: Handover) -> None:
        self._tables.handovers.add(handover.decision_id, handover)

    def decided(self, decision_ids: Collection[str]) -> Mapping[str, Handover]:
        found = {one: self._tables.handovers.get(one) for one in decision_ids}
        return {decision_id: one for decision_id, one in found.items() if one is not None}

    def of_branches(self, branch_ids: Collection[str]) -> tuple[Handover, ...]:
        found = [one for one in self._tables.handovers if one.branch_id in set(branch_ids)]
        return tuple(sorted(found, key=lambda one: (one.decided_at, one.decision_id)))

    def put(self, handover: Handover) -> None:
        before = self._tables.handovers.get(handover.decision_id)
        if before is not None:
            after = replace(before, given_at=handover.given_at, taken_at=handover.taken_at)
            self._tables.handovers.put(handover.decision_id, after)

    def serve(self, worker_ids: Collection[str], agent_id: str, since: datetime) -> None:
        for worker_id in sorted(set(worker_ids)):
            self._tables.services.put(worker_id, Service(worker_id, agent_id, since))

    def serving(self, worker_ids: Collection[str]) -> Mapping[str, Service]:
        found = {one: self._tables.services.get(one) for one in worker_ids}
        return {worker_id: one for worker_id, one in found.items() if one is not None}

    def enrolled_by(self, agent_id: str) -> frozenset[str]:
        return frozenset(
            record.worker_id
            for record in self._tables.entries
            if record.worker_id is not None
            and (record.agent_id, record.kind, record.aside) == (agent_id, "enrolment", False)
        )

    def served_by(self, agent_id: str) -> frozenset[str]:
        return frozenset(one.worker_id for one in self._tables.services if one.agent_id == agent_id)
