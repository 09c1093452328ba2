"""The port of hand-overs, and of who serves a worker."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol

from sync.server.storage.handover_records import Handover, Service


class HandoverPort(Protocol):
    """Decisions of the branch that workers pass to another agent."""

    def add(self, handover: Handover) -> None:
        """Store a decision."""
        ...

    def decided(self, decision_ids: Collection[str]) -> Mapping[str, Handover]:
        """Some decisions, by id; unknown ones are left out."""
        ...

    def of_branches(self, branch_ids: Collection[str]) -> tuple[Handover, ...]:
        """The decisions of some branches, oldest first."""
        ...

    def put(self, handover: Handover) -> None:
        """Replace when a decision was followed by either agent."""
        ...

    def serve(self, worker_ids: Collection[str], agent_id: str, since: datetime) -> None:
        """Say that an agent serves these workers."""
        ...

    def serving(self, worker_ids: Collection[str]) -> Mapping[str, Service]:
        """Who serves some workers, by worker; who is with the agent who enrolled them is left out."""
        ...

    def enrolled_by(self, agent_id: str) -> frozenset[str]:
        """The workers whom an agent enrolled."""
        ...

    def served_by(self, agent_id: str) -> frozenset[str]:
        """The workers who were handed to an agent and are still with that agent."""
        ...
