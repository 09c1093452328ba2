"""Rows of the pictures that entries name: what becomes of each, and which entries it belongs to."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from perisai_desktop.storage.tables.registry import SMALL_ROWS, Instant, Row


class BlobRow(Row, table=True):
    """A picture on its way: `step` is the first entry that names it, `reached` what the server was heard to hold.

    `code`: why it last did not go, or why it is lost; `told`: the server knows of the loss.
    """

    __tablename__ = "blob"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'arrived', 'lost', 'elsewhere')", name="state"),
        CheckConstraint("reached BETWEEN 0 AND length", name="reached"),
        CheckConstraint("state != 'arrived' OR reached = length", name="whole"),
        CheckConstraint("state != 'lost' OR code IS NOT NULL", name="reason"),
        Index("ix_blob_going", "failures", "step", sqlite_where=text("state IN ('waiting', 'lost')")),
        SMALL_ROWS,
    )

    sha256: str = Field(primary_key=True)
    length: int
    step: int
    state: str
    reached: int = 0
    code: str | None = None
    failures: int = 0
    told: bool = False
    changed_at: datetime = Field(sa_type=Instant)


class BlobUseRow(Row, table=True):
    """One entry that names one picture."""

    __tablename__ = "blob_use"
    __table_args__ = (Index("ix_blob_use_sha256", "sha256"), SMALL_ROWS)

    step: int = Field(primary_key=True, foreign_key="journal.step")
    sha256: str = Field(primary_key=True)
