"""The inbox of raw batches, the entries with their verdicts, and the personal parts beside them."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, Index, LargeBinary, text
from sqlmodel import Field

from sync.server.storage.tables.registry import Instant, ServerRow, one_of

INBOX_STATES = ("stored", "settled", "rejected")
VERDICTS = (
    "accepted",
    "accepted_review",
    "parked",
    "needs_fix",
    "refused",
    "held",
    "duplicate",
    "conflict",
    "id_conflict",
    "unsupported",
)

LOSSES = ("missing", "damaged")


class BatchInboxRow(ServerRow, table=True):
    """A batch exactly as received, committed before it is parsed, and later the acknowledgement given for it.

    `cut_at`: since when nothing is left of it but what the device signed (`sync/protocol/batch.py`, `cut`).
    """

    __tablename__ = "batch_inbox"
    __table_args__ = (
        CheckConstraint(one_of("state", INBOX_STATES), name="state"),
        Index(
            "ix_batch_inbox_waiting",
            "received_at",
            postgresql_where=text("state = 'stored'"),
            sqlite_where=text("state = 'stored'"),
        ),
    )

    device: str = Field(primary_key=True)
    batch_id: str = Field(primary_key=True)
    digest: str
    body: bytes = Field(sa_type=LargeBinary)
    received_at: datetime = Field(sa_type=Instant)
    state: str = "stored"
    settled_at: datetime | None = Field(default=None, sa_type=Instant)
    acknowledgement: bytes | None = Field(default=None, sa_type=LargeBinary)
    acknowledgement_signature: bytes | None = Field(default=None, sa_type=LargeBinary)
    fault: str | None = None
    cut_at: datetime | None = Field(default=None, sa_type=Instant)


class EntryRow(ServerRow, table=True):
    """One entry for ever: raw bytes, hash, verdict and feed position. `aside`: a fork or an id conflict, which
    never takes the place of the entry that stands."""

    __tablename__ = "entry"
    __table_args__ = (
        CheckConstraint(one_of("verdict", VERDICTS), name="verdict"),
        CheckConstraint("length(hash) = 64", name="hash"),
        CheckConstraint("aside OR (epoch >= 1 AND seq >= 1)", name="order"),
        Index(
            "uq_entry_standing_id",
            "entry_id",
            unique=True,
            postgresql_where=text("NOT aside"),
            sqlite_where=text("aside = 0"),
        ),
        Index(
            "uq_entry_standing_seq",
            "device",
            "epoch",
            "seq",
            unique=True,
            postgresql_where=text("NOT aside"),
            sqlite_where=text("aside = 0"),
        ),
        Index(
            "ix_entry_aside_id",
            "entry_id",
            postgresql_where=text("aside"),
            sqlite_where=text("aside = 1"),
        ),
        Index(
            "ix_entry_day",
            "agent_id",
            "recorded_on",
            "kind",
            postgresql_where=text("NOT aside"),
            sqlite_where=text("aside = 0"),
        ),
        Index("ix_entry_order", "device", "epoch", "seq"),
        Index("uq_entry_feed", "agent_id", "feed_position", unique=True),
        Index("ix_entry_action_id", "action_id"),
        Index("ix_entry_worker_id", "worker_id"),
    )

    device: str = Field(primary_key=True)
    hash: str = Field(primary_key=True)
    entry_id: str
    action_id: str
    agent_id: str
    kind: str
    version: int
    epoch: int
    seq: int = Field(sa_type=BigInteger)
    prev_hash: str
    worker_id: str | None = None
    base: str | None = None
    recorded_at: datetime = Field(sa_type=Instant)
    recorded_on: date
    received_at: datetime = Field(sa_type=Instant)
    batch_id: str
    raw: bytes = Field(sa_type=LargeBinary)
    aside: bool
    verdict: str
    code: str | None = None
    field: str | None = None
    missing: str | None = None
    theirs: str | None = None
    feed_position: int = Field(sa_type=BigInteger)


class PersonalPartRow(ServerRow, table=True):
    """The personal part of an entry; a purge deletes it and the entry still verifies."""

    __tablename__ = "personal_part"

    device: str = Field(primary_key=True)
    hash: str = Field(primary_key=True)
    content: bytes = Field(sa_type=LargeBinary)


class BlobRow(ServerRow, table=True):
    """A picture named by an entry: its length in bytes, and how many of them have arrived; `purged_at`: it was erased."""

    __tablename__ = "blob"
    __table_args__ = (
        CheckConstraint("received BETWEEN 0 AND length", name="received"),
        CheckConstraint("complete_at IS NULL OR received = length", name="complete"),
        CheckConstraint("(lost IS NULL) = (lost_at IS NULL)", name="lost"),
        CheckConstraint(one_of("lost", LOSSES), name="loss"),
        Index(
            "ix_blob_missing",
            "device",
            "wanted_at",
            "sha256",
            postgresql_where=text("complete_at IS NULL"),
            sqlite_where=text("complete_at IS NULL"),
        ),
    )

    device: str = Field(primary_key=True)
    sha256: str = Field(primary_key=True)
    length: int = Field(sa_type=BigInteger)
    received: int = Field(default=0, sa_type=BigInteger)
    wanted_at: datetime = Field(sa_type=Instant)
    complete_at: datetime | None = Field(default=None, sa_type=Instant)
    lost: str | None = None
    lost_at: datetime | None = Field(default=None, sa_type=Instant)
    purged_at: datetime | None = Field(default=None, sa_type=Instant)
