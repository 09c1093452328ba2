"""What a person decides: one row per entry under review, and every move made on it."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, Index, text
from sqlmodel import Field

from sync.server.storage.tables.registry import Instant, ServerRow, one_of

REVIEW_STATES = (
    "received",
    "flagged",
    "in_review",
    "returned",
    "duplicate",
    "approved",
    "registered",
    "refused",
    "parked",
    "suspense",
    "held",
)


class ReviewRow(ServerRow, table=True):
    """The state of an entry that a person decides. `hash` is the newest content, to which a decision is bound;
    `parent_id` is the entry that a correction corrects; `flags` is a JSON list of codes."""

    __tablename__ = "review"
    __table_args__ = (
        CheckConstraint(one_of("state", REVIEW_STATES), name="state"),
        CheckConstraint("(state = 'in_review') = (claimed_by IS NOT NULL)", name="claim"),
        Index("ix_review_queue", "branch_id", "state", "recorded_on", "agent_id"),
        Index("ix_review_day", "branch_id", "kind", "recorded_on"),
        Index("ix_review_parent_id", "parent_id"),
        Index(
            "ix_review_parked",
            "received_at",
            postgresql_where=text("state = 'parked'"),
            sqlite_where=text("state = 'parked'"),
        ),
        Index("ix_review_worker_id", "worker_id"),
        Index(
            "ix_review_unanswered",
            "branch_id",
            "entry_id",
            postgresql_where=text("kind = 'enrolment' AND state = 'approved'"),
            sqlite_where=text("kind = 'enrolment' AND state = 'approved'"),
        ),
        Index(
            "ix_review_decision_id",
            "decision_id",
            unique=True,
            postgresql_where=text("decision_id IS NOT NULL"),
            sqlite_where=text("decision_id IS NOT NULL"),
        ),
        Index(
            "ix_review_void_request",
            "receipt_number",
            postgresql_where=text("kind = 'void_request'"),
            sqlite_where=text("kind = 'void_request'"),
        ),
        Index(
            "ix_review_withdrawal",
            "worker_id",
            postgresql_where=text("kind = 'consent_withdrawal'"),
            sqlite_where=text("kind = 'consent_withdrawal'"),
        ),
    )

    entry_id: str = Field(primary_key=True)
    device: str
    entry_hash: str
    hash: str
    action_id: str
    agent_id: str
    branch_id: str
    kind: str
    worker_id: str | None = None
    parent_id: str | None = None
    state: str
    flags: str = "[]"
    rupiah: int = Field(default=0, sa_type=BigInteger)
    receipt_number: str | None = None
    recorded_at: datetime = Field(sa_type=Instant)
    recorded_on: date
    received_at: datetime = Field(sa_type=Instant)
    state_before_claim: str | None = None
    claimed_by: str | None = Field(default=None, foreign_key="account.account_id")
    claimed_at: datetime | None = Field(default=None, sa_type=Instant)
    decided_at: datetime | None = Field(default=None, sa_type=Instant)
    decision_id: str | None = None


class ProposalRow(ServerRow, table=True):
    """A decision that waits for a second person; `hash` is the content that the first one looked at."""

    __tablename__ = "proposal"
    __table_args__ = (CheckConstraint(one_of("move", ("approve", "refuse", "turn_down")), name="move"),)

    entry_id: str = Field(primary_key=True, foreign_key="review.entry_id")
    hash: str
    move: str
    account_id: str = Field(foreign_key="account.account_id")
    at: datetime = Field(sa_type=Instant)
    reason: str | None = None
    note: str | None = None


class PairSayingRow(ServerRow, table=True):
    """What somebody said of two records that may be of one person; the hashes are of what was looked at."""

    __tablename__ = "pair_saying"
    __table_args__ = (
        CheckConstraint(one_of("saying", ("apart", "same", "escalate")), name="saying"),
        CheckConstraint("first_id < second_id", name="pair"),
        Index("ix_pair_saying_second_id", "second_id"),
    )

    first_id: str = Field(primary_key=True, foreign_key="review.entry_id")
    second_id: str = Field(primary_key=True, foreign_key="review.entry_id")
    number: int = Field(primary_key=True)
    first_hash: str
    second_hash: str
    saying: str
    account_id: str = Field(foreign_key="account.account_id")
    at: datetime = Field(sa_type=Instant)
    reason: str
    note: str | None = None


class BulkRow(ServerRow, table=True):
    """Records that one person approves together, from an instant on; `rows` is a JSON list."""

    __tablename__ = "bulk"
    __table_args__ = (
        CheckConstraint(one_of("state", ("drawn", "scheduled", "undone", "applied")), name="state"),
        CheckConstraint("state <> 'scheduled' OR due_at IS NOT NULL", name="due"),
        Index("ix_bulk_branch_id_at", "branch_id", "at"),
    )

    bulk_id: str = Field(primary_key=True)
    branch_id: str = Field(foreign_key="branch.branch_id")
    account_id: str = Field(foreign_key="account.account_id")
    at: datetime = Field(sa_type=Instant)
    state: str
    rows: str
    due_at: datetime | None = Field(default=None, sa_type=Instant)


class ReviewMoveRow(ServerRow, table=True):
    """One move of one review, in order; `account_id` is empty where the rules moved it. `comments` is JSON."""

    __tablename__ = "review_move"
    __table_args__ = (CheckConstraint("number >= 1", name="number"),)

    entry_id: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    at: datetime = Field(sa_type=Instant)
    account_id: str | None = Field(default=None, foreign_key="account.account_id")
    move: str
    from_state: str | None = None
    to_state: str
    hash: str
    reason: str | None = None
    note: str | None = None
    comments: str = "[]"
