"""Branches, their offices and their agents."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, LargeBinary
from sqlmodel import Field

from sync.server.storage.tables.registry import Instant, ServerRow, one_of

AGENT_STATES = ("active", "suspended", "left")


class BranchRow(ServerRow, table=True):
    """A branch office of the agency; `recovery_public` is the public key store keys are wrapped to.

    `two_person`: money is undone, and more than `second_above` rupiah approved, by two people.
    """

    __tablename__ = "branch"

    branch_id: str = Field(primary_key=True)
    code: str = Field(unique=True)
    name: str
    hotline: str
    public_host: str
    recovery_public: bytes = Field(sa_type=LargeBinary)
    configuration: str = "{}"
    two_person: bool = True
    second_above: int = Field(default=10_000_000, sa_type=BigInteger)
    created_at: datetime = Field(sa_type=Instant)


class OfficeRow(ServerRow, table=True):
    """An agent office, the organisation that houses agents."""

    __tablename__ = "office"

    office_id: str = Field(primary_key=True)
    branch_id: str = Field(foreign_key="branch.branch_id", index=True)
    name: str
    created_at: datetime = Field(sa_type=Instant)


class AgentRow(ServerRow, table=True):
    """An agent; `agent_id` is also the name of the agent's feed stream."""

    __tablename__ = "agent"
    __table_args__ = (CheckConstraint(one_of("state", AGENT_STATES), name="state"),)

    agent_id: str = Field(primary_key=True)
    branch_id: str = Field(foreign_key="branch.branch_id", index=True)
    office_id: str = Field(foreign_key="office.office_id", index=True)
    number: str = Field(unique=True)
    name: str
    phone: str | None = None
    state: str = "active"
    created_at: datetime = Field(sa_type=Instant)
