"""Rows of what becomes of entries: their status, the outbox and the server's proofs."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from perisai_desktop.storage.tables.registry import SMALL_ROWS, Instant, Row

TURNED_DOWN = "review IN ('refused', 'duplicate')"
"""Entries that the branch refused or called duplicates, in the words by which their index is found."""


class EntryStatusRow(Row, table=True):
    """Where one entry stands; three independent columns, and the counter they add up to."""

    __tablename__ = "entry_status"
    __table_args__ = (
        Index(
            "ix_entry_status_counting",
            "counter",
            "action_id",
            "recorded_at",
            sqlite_where=text("counter IS NOT NULL"),
        ),
        Index("ix_entry_status_turned_down", "entry_id", sqlite_where=text(TURNED_DOWN)),
        SMALL_ROWS,
    )

    entry_id: str = Field(primary_key=True, foreign_key="journal.entry_id")
    action_id: str
    worker_id: str | None = Field(default=None, index=True)
    kind: str
    recorded_at: datetime = Field(sa_type=Instant)
    client: str
    review: str | None = None
    position: int | None = None
    deposit: str | None = None
    verdict: str | None = None
    reason: str | None = None
    field: str | None = None
    counter: str | None = None
    answered_by: str | None = None
    changed_at: datetime = Field(sa_type=Instant)


class OutboxRow(Row, table=True):
    """An entry that no acknowledgement or feed row has settled; `lease` is the run that is sending it."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_batch_id", "batch_id", sqlite_where=text("batch_id IS NOT NULL")),
        Index("ix_outbox_action_id", "action_id"),
    )

    step: int = Field(primary_key=True, foreign_key="journal.step")
    action_id: str
    bytes: int
    batch_id: str | None = None
    lease: str | None = None


class AcknowledgementRow(Row, table=True):
    """A signed acknowledgement exactly as received: the agent's proof of delivery; immutable.

    `bound_to`: the signature of the request, or of the bundle, that it answers; the server signed it too.
    """

    __tablename__ = "acknowledgement"

    batch_id: str = Field(primary_key=True)
    digest: str
    entries: int
    received_at: datetime = Field(sa_type=Instant, index=True)
    raw: bytes
    signature: bytes
    bound_to: str


class VerificationRow(Row, table=True):
    """The last comparison with the server's chains, and whether another is due; a single row."""

    __tablename__ = "verification"
    __table_args__ = (CheckConstraint("one = 1", name="single"),)

    one: int = Field(primary_key=True)
    compared_at: datetime | None = Field(default=None, sa_type=Instant)
    verified_at: datetime | None = Field(default=None, sa_type=Instant)
    missing: int
    otherwise: int
    due: bool
