"""Rows of what the device wrote: immutable entries and, beside them, their personal parts."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from perisai_desktop.storage.tables.registry import Instant, Row


class JournalRow(Row, table=True):
    """One entry as its own bytes; triggers refuse every UPDATE and DELETE."""

    __tablename__ = "journal"
    __table_args__ = (
        UniqueConstraint("device", "epoch", "seq"),
        CheckConstraint("seq >= 1 AND epoch >= 1", name="numbered"),
        CheckConstraint("length(hash) = 64 AND length(prev_hash) = 64", name="hashes"),
    )

    step: int = Field(primary_key=True)
    entry_id: str = Field(unique=True)
    action_id: str = Field(index=True)
    kind: str
    version: int
    device: str
    epoch: int
    seq: int
    hash: str
    prev_hash: str
    personal_hash: str | None = None
    worker_id: str | None = Field(default=None, index=True)
    recorded_at: datetime = Field(sa_type=Instant)
    raw: bytes


class PersonalPartRow(Row, table=True):
    """The personal part of an entry, the one thing of it that a purge may take away."""

    __tablename__ = "personal_part"

    step: int = Field(primary_key=True, foreign_key="journal.step")
    raw: bytes


class PurgeRow(Row, table=True):
    """One personal part that was taken away, and when; immutable."""

    __tablename__ = "purge"

    entry_id: str = Field(primary_key=True, foreign_key="journal.entry_id")
    personal_hash: str
    purged_at: datetime = Field(sa_type=Instant)


class KeptCardRow(Row, table=True):
    """The card that a worker is known by once personal parts went, as JSON; written anew with each that goes.

    `step`: everything with a smaller one reached the store before it.
    """

    __tablename__ = "kept_card"

    worker_id: str = Field(primary_key=True)
    step: int
    kept_at: datetime = Field(sa_type=Instant)
    card: str
