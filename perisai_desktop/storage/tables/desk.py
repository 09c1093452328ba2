"""Rows of the agent's own desk: identity, numbers, drafts, pictures, sources and choices."""

from datetime import datetime

from sqlalchemy import CheckConstraint
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
    """A line of a file that an action was made from, alone or with others; never sent."""

    __tablename__ = "action_source"
    __table_args__ = (SMALL_ROWS,)

    file_sha256: str = Field(primary_key=True)
    row: int = Field(primary_key=True)
    action_id: str


class DraftRow(Row, table=True):
    """What an agent has typed, sealed with the drafts key."""

    __tablename__ = "draft"

    draft_id: str = Field(primary_key=True)
    updated_at: datetime = Field(sa_type=Instant, index=True)
    sealed: bytes


class KelompokRow(Row, table=True):
    """People who are to be enrolled together: what holds for all of them, sealed with the drafts key.

    `whole` is 0 while the lines of a file are still being laid down.
    """

    __tablename__ = "kelompok"

    kelompok_id: str = Field(primary_key=True)
    updated_at: datetime = Field(sa_type=Instant)
    whole: bool
    sealed: bytes


class KelompokMemberRow(Row, table=True):
    """One line of a kelompok, sealed with the drafts key."""

    __tablename__ = "kelompok_member"

    kelompok_id: str = Field(primary_key=True)
    row: int = Field(primary_key=True)
    sealed: bytes


class KelompokPageRow(Row, table=True):
    """A photographed page of the list that the people of a kelompok signed, sealed with the drafts key."""

    __tablename__ = "kelompok_page"

    kelompok_id: str = Field(primary_key=True)
    page: int = Field(primary_key=True)
    sealed: bytes


class PortfolioRow(Row, table=True):
    """A participant whom the agent served before, as the agent's own list tells it: a card as JSON; never sent."""

    __tablename__ = "portfolio"

    worker_id: str = Field(primary_key=True)
    step: int
    told_at: datetime = Field(sa_type=Instant)
    card: str


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
