"""Records of hand-overs that cross the storage wall; field names are column names."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Handover:
    """A decision of the branch that workers pass from one agent to another; `workers` is a JSON list of their ids.

    `given_at`, `taken_at`: when the entry of either agent was taken in.
    """

    decision_id: str
    branch_id: str
    from_agent: str
    to_agent: str
    workers: str
    decided_at: datetime
    decided_by: str
    given_at: datetime | None = None
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """Who serves a worker since when, where that is not who enrolled the worker."""

    worker_id: str
    agent_id: str
    since: datetime
