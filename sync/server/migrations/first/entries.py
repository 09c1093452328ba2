"""First version: tables of inbox, entries, personal parts and pictures."""

import sqlalchemy as sa
from alembic import op

from sync.server.storage.tables.registry import Instant


def create_entries() -> None:
    """Create the tables and their indexes."""
    op.create_table(
        "batch_inbox",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("batch_id", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.Column("acknowledgement", sa.LargeBinary(), nullable=True),
        sa.Column("acknowledgement_signature", sa.LargeBinary(), nullable=True),
        sa.Column("fault", sa.String(), nullable=True),
        sa.Column("cut_at", Instant(), nullable=True),
        sa.CheckConstraint("state IN ('stored', 'settled', 'rejected')", name=op.f("ck_batch_inbox_state")),
        sa.PrimaryKeyConstraint("device", "batch_id", name=op.f("pk_batch_inbox")),
    )
    op.create_index(
        "ix_batch_inbox_waiting",
        "batch_inbox",
        ["received_at"],
        unique=False,
        postgresql_where=sa.text("state = 'stored'"),
        sqlite_where=sa.text("state = 'stored'"),
    )
    op.create_table(
        "blob",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("length", sa.BigInteger(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("wanted_at", Instant(), nullable=False),
        sa.Column("complete_at", Instant(), nullable=True),
        sa.Column("lost", sa.String(), nullable=True),
        sa.Column("lost_at", Instant(), nullable=True),
        sa.Column("purged_at", Instant(), nullable=True),
        sa.CheckConstraint("received BETWEEN 0 AND length", name=op.f("ck_blob_received")),
        sa.CheckConstraint("complete_at IS NULL OR received = length", name=op.f("ck_blob_complete")),
        sa.CheckConstraint("(lost IS NULL) = (lost_at IS NULL)", name=op.f("ck_blob_lost")),
        sa.CheckConstraint("lost IN ('missing', 'damaged')", name=op.f("ck_blob_loss")),
        sa.PrimaryKeyConstraint("device", "sha256", name=op.f("pk_blob")),
    )
    op.create_index(
        "ix_blob_missing",
        "blob",
        ["device", "wanted_at", "sha256"],
        unique=False,
        postgresql_where=sa.text("complete_at IS NULL"),
        sqlite_where=sa.text("complete_at IS NULL"),
    )
    op.create_table(
        "entry",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("agent_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("prev_hash", sa.String(), nullable=False),
        sa.Column("worker_id", sa.String(), nullable=True),
        sa.Column("base", sa.String(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("batch_id", sa.String(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("field", sa.String(), nullable=True),
        sa.Column("missing", sa.String(), nullable=True),
        sa.Column("theirs", sa.String(), nullable=True),
        sa.Column("feed_position", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "verdict IN ('accepted', 'accepted_review', 'parked', 'needs_fix', 'refused', 'held', 'duplicate', 'conflict', 'id_conflict', 'unsupported')",
            name=op.f("ck_entry_verdict"),
        ),
        sa.CheckConstraint("aside OR (epoch >= 1 AND seq >= 1)", name=op.f("ck_entry_order")),
        sa.CheckConstraint("length(hash) = 64", name=op.f("ck_entry_hash")),
        sa.PrimaryKeyConstraint("device", "hash", name=op.f("pk_entry")),
    )
    op.create_index("ix_entry_action_id", "entry", ["action_id"], unique=False)
    op.create_index(
        "ix_entry_aside_id",
        "entry",
        ["entry_id"],
        unique=False,
        postgresql_where=sa.text("aside"),
        sqlite_where=sa.text("aside = 1"),
    )
    op.create_index(
        "ix_entry_day",
        "entry",
        ["agent_id", "recorded_on", "kind"],
        unique=False,
        postgresql_where=sa.text("NOT aside"),
        sqlite_where=sa.text("aside = 0"),
    )
    op.create_index("ix_entry_order", "entry", ["device", "epoch", "seq"], unique=False)
    op.create_index("ix_entry_worker_id", "entry", ["worker_id"], unique=False)
    op.create_index("uq_entry_feed", "entry", ["agent_id", "feed_position"], unique=True)
    op.create_index(
        "uq_entry_standing_id",
        "entry",
        ["entry_id"],
        unique=True,
        postgresql_where=sa.text("NOT aside"),
        sqlite_where=sa.text("aside = 0"),
    )
    op.create_index(
        "uq_entry_standing_seq",
        "entry",
        ["device", "epoch", "seq"],
        unique=True,
        postgresql_where=sa.text("NOT aside"),
        sqlite_where=sa.text("aside = 0"),
    )
    op.create_table(
        "personal_part",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("device", "hash", name=op.f("pk_personal_part")),
    )
