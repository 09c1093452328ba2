"""The hash-chained audit trail."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, Index, LargeBinary
from sqlmodel import Field

from sync.server.storage.tables.registry import Instant, ServerRow


class AuditRow(ServerRow, table=True):
    """One act; `hash` covers the row and `prev_hash`. `detail` is JSON without personal data."""

    __tablename__ = "audit"
    __table_args__ = (
        CheckConstraint("number >= 1", name="number"),
        Index("ix_audit_actor", "actor", "number"),
    )

    number: int = Field(primary_key=True, sa_type=BigInteger)
    at: datetime = Field(sa_type=Instant)
    actor: str
    act: str
    subject: str
    detail: str = "{}"
    prev_hash: str
    hash: str


class AuditAboutRow(ServerRow, table=True):
    """An id that a row of the trail names, by which it is found again; the row itself is the proof."""

    __tablename__ = "audit_about"

    about: str = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_type=BigInteger, foreign_key="audit.number")


class AuditAnchorRow(ServerRow, table=True):
    """The head of the audit trail at the end of a day, signed by the server."""

    __tablename__ = "audit_anchor"

    day: date = Field(primary_key=True)
    number: int = Field(sa_type=BigInteger)
    hash: str
    signature: bytes = Field(sa_type=LargeBinary)
