"""What was erased of people's data, when and why; nothing of what it was."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint
from sqlmodel import Field

from sync.server.storage.tables.registry import Instant, ServerRow, one_of

PARTS = ("personal", "photo")
REASONS = ("withdrawn", "refused", "membership_ended", "photos_answered")


class PurgedPartRow(ServerRow, table=True):
    """A personal part or a picture that an entry names by its SHA-256."""

    __tablename__ = "purged_part"
    __table_args__ = (
        CheckConstraint(one_of("part", PARTS), name="part"),
        CheckConstraint(one_of("reason", REASONS), name="reason"),
    )

    device: str = Field(primary_key=True)
    hash: str = Field(primary_key=True)
    digest: str = Field(primary_key=True)
    part: str
    entry_id: str = Field(index=True)
    worker_id: str | None = Field(default=None, index=True)
    at: datetime = Field(sa_type=Instant)
    reason: str
    actor: str
    number: int = Field(sa_type=BigInteger)
