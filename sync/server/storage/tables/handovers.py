"""Decisions that workers pass from one agent to another, and who serves them since."""

from datetime import datetime

from sqlmodel import Field

from sync.server.storage.tables.registry import Instant, ServerRow


class HandoverRow(ServerRow, table=True):
    """A decision; `workers` is a JSON list of ids, the agents are those of the organisation."""

    __tablename__ = "handover"

    decision_id: str = Field(primary_key=True)
    branch_id: str = Field(foreign_key="branch.branch_id", index=True)
    from_agent: str = Field(foreign_key="agent.agent_id")
    to_agent: str = Field(foreign_key="agent.agent_id")
    workers: str
    decided_at: datetime = Field(sa_type=Instant)
    decided_by: str
    given_at: datetime | None = Field(default=None, sa_type=Instant)
    taken_at: datetime | None = Field(default=None, sa_type=Instant)


class ServiceRow(ServerRow, table=True):
    """Who serves a worker, where that is not who enrolled the worker."""

    __tablename__ = "worker_service"

    worker_id: str = Field(primary_key=True)
    agent_id: str = Field(foreign_key="agent.agent_id", index=True)
    since: datetime = Field(sa_type=Instant)
