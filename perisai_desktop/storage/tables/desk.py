"""Rows of the agent's own desk: identity, numbers, drafts, pictures, sources and choices."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from perisai_desktop.storage.tables.registry import SMALL_ROWS, Instant, Row


class IdentityRow(Row, table=True):
    """Who this store belongs to, as granted at enrolment; a single row."""

    __tablename__ = "identity"
    __table_args__ = (CheckConstraint("one = 1", name="single"),)

    one: int = Field(primary_key=True)
    device: str
    epoch: int
    epoch_start: str | None = None
    device_key: bytes
    server_url: str
    server_key: bytes
    bundle_key: bytes
    practice: bool
    epoch_secret: bytes | None = None
    agent: str
    configuration: str


class ReceiptCounterRow(Row, table=True):
    """The last receipt number taken in an epoch."""

    __tablename__ = "receipt_counter"
    __table_args__ = (CheckConstraint("last >= 0", name="counts"), SMALL_ROWS)

    device: str = Field(primary_key=True)
    epoch: int = Field(primary_key=True)
    last: int


class PaperRow(Row, table=True):
    """Which copy of a receipt the next paper is: 0 the original, n the nth SALINAN."""

    __tablename__ = "paper"
    __table_args__ = (CheckConstraint("following >= 0", name="counts"), SMALL_ROWS)

    receipt: str = Field(primary_key=True)
    following: int


class ActionSourceRow(Row, table=True):
    """The line of a file that an action was made from; never sent."""

    __tablename__ = "action_source"
    __table_args__ = (UniqueConstraint("file_sha256", "row"),)

    action_id: str = Field(primary_key=True)
    file_sha256: str
    row: int


class DraftRow(Row, table=True):
    """What an agent has typed, sealed with the drafts key."""

    __tablename__ = "draft"

    draft_id: str = Field(primary_key=True)
    updated_at: datetime = Field(sa_type=Instant, index=True)
    sealed: bytes


class AttachmentRow(Row, table=True):
    """A picture's encrypted file: its random name and the SHA-256 of the picture itself."""

    __tablename__ = "attachment"

    sha256: str = Field(primary_key=True)
    name: str = Field(unique=True)
    length: int
    stored_at: datetime = Field(sa_type=Instant)


class SettingRow(Row, table=True):
    """A choice of this agent that stays inside the store."""

    __tablename__ = "setting"

    name: str = Field(primary_key=True)
    value: str
