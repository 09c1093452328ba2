"""Accounts that sign in with a password, and their sessions."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from sync.server.storage.tables.registry import Instant, ServerRow, one_of

ROLES = ("agent", "reviewer", "branch_admin", "auditor", "operator")


class AccountRow(ServerRow, table=True):
    """A person's account with one role; the password is an Argon2id record.

    `given_by`, `given_at`: who gave it another password after it was made, and when, whatever its holder chose since.
    """

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint(one_of("role", ROLES), name="role"),
        CheckConstraint("failures >= 0", name="failures"),
    )

    account_id: str = Field(primary_key=True)
    login: str = Field(unique=True)
    name: str
    role: str
    branch_id: str | None = Field(default=None, foreign_key="branch.branch_id", index=True)
    office_id: str | None = Field(default=None, foreign_key="office.office_id")
    agent_id: str | None = Field(default=None, foreign_key="agent.agent_id")
    password_hash: str
    must_change: bool = False
    failures: int = 0
    locked_until: datetime | None = Field(default=None, sa_type=Instant)
    created_at: datetime = Field(sa_type=Instant)
    disabled_at: datetime | None = Field(default=None, sa_type=Instant)
    made_by: str
    given_by: str | None = None
    given_at: datetime | None = Field(default=None, sa_type=Instant)
    signed_in_at: datetime | None = Field(default=None, sa_type=Instant)


class SessionRow(ServerRow, table=True):
    """A session: only the hash of its token is stored."""

    __tablename__ = "session"

    token_hash: str = Field(primary_key=True)
    account_id: str = Field(foreign_key="account.account_id", index=True)
    created_at: datetime = Field(sa_type=Instant)
    expires_at: datetime = Field(sa_type=Instant, index=True)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)
    address: str | None = None
