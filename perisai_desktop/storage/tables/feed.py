"""Rows of what came down from the branch."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from perisai_desktop.storage.tables.registry import Instant, Row


class FeedRow(Row, table=True):
    """One feed row as received, without what is personal on it; immutable. `step` orders it among the journal's entries."""

    __tablename__ = "feed_row"

    step: int = Field(primary_key=True)
    position: int = Field(unique=True)
    kind: str
    entry_id: str | None = Field(default=None, index=True)
    worker_id: str | None = Field(default=None, index=True)
    at: datetime = Field(sa_type=Instant)
    applied_at: datetime = Field(sa_type=Instant)
    raw: bytes


class FeedPartRow(Row, table=True):
    """What is personal on a feed row, as JSON: of a worker's card, of an own entry with no place in the journal, or what
    a reviewer wrote."""

    __tablename__ = "feed_part"

    step: int = Field(primary_key=True, foreign_key="feed_row.step")
    raw: bytes


class FeedCursorRow(Row, table=True):
    """The last position of the feed that was applied; a single row."""

    __tablename__ = "feed_cursor"
    __table_args__ = (CheckConstraint("one = 1", name="single"),)

    one: int = Field(primary_key=True)
    cursor: int
    applied_at: datetime = Field(sa_type=Instant)
