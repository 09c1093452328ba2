"""First version: tables of reviews and their moves."""

import sqlalchemy as sa
from alembic import op

from sync.server.storage.tables.registry import Instant


def create_reviews() -> None:
    """Create the tables and their indexes."""
    op.create_table(
        "review",
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("entry_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("agent_id", sa.String(), nullable=False),
        sa.Column("branch_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("worker_id", sa.String(), nullable=True),
        sa.Column("parent_id", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("flags", sa.String(), nullable=False),
        sa.Column("rupiah", sa.BigInteger(), nullable=False),
        sa.Column("receipt_number", sa.String(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("state_before_claim", sa.String(), nullable=True),
        sa.Column("claimed_by", sa.String(), nullable=True),
        sa.Column("claimed_at", Instant(), nullable=True),
        sa.Column("decided_at", Instant(), nullable=True),
        sa.Column("decision_id", sa.String(), nullable=True),
        sa.CheckConstraint("(state = 'in_review') = (claimed_by IS NOT NULL)", name=op.f("ck_review_claim")),
        sa.CheckConstraint(
            "state IN ('received', 'flagged', 'in_review', 'returned', 'duplicate', 'approved', 'registered', 'refused', 'parked', 'suspense', 'held')",
            name=op.f("ck_review_state"),
        ),
        sa.ForeignKeyConstraint(["claimed_by"], ["account.account_id"], name=op.f("fk_review_claimed_by")),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_review")),
    )
    op.create_index("ix_review_day", "review", ["branch_id", "kind", "recorded_on"], unique=False)
    op.create_index(
        "ix_review_decision_id",
        "review",
        ["decision_id"],
        unique=True,
        postgresql_where=sa.text("decision_id IS NOT NULL"),
        sqlite_where=sa.text("decision_id IS NOT NULL"),
    )
    op.create_index(
        "ix_review_void_request",
        "review",
        ["receipt_number"],
        unique=False,
        postgresql_where=sa.text("kind = 'void_request'"),
        sqlite_where=sa.text("kind = 'void_request'"),
    )
    op.create_index(
        "ix_review_withdrawal",
        "review",
        ["worker_id"],
        unique=False,
        postgresql_where=sa.text("kind = 'consent_withdrawal'"),
        sqlite_where=sa.text("kind = 'consent_withdrawal'"),
    )
    op.create_index("ix_review_parent_id", "review", ["parent_id"], unique=False)
    op.create_index(
        "ix_review_parked",
        "review",
        ["received_at"],
        unique=False,
        postgresql_where=sa.text("state = 'parked'"),
        sqlite_where=sa.text("state = 'parked'"),
    )
    op.create_index(
        "ix_review_queue", "review", ["branch_id", "state", "recorded_on", "agent_id"], unique=False
    )
    op.create_index(
        "ix_review_unanswered",
        "review",
        ["branch_id", "entry_id"],
        unique=False,
        postgresql_where=sa.text("kind = 'enrolment' AND state = 'approved'"),
        sqlite_where=sa.text("kind = 'enrolment' AND state = 'approved'"),
    )
    op.create_index("ix_review_worker_id", "review", ["worker_id"], unique=False)
    op.create_table(
        "review_move",
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=True),
        sa.Column("move", sa.String(), nullable=False),
        sa.Column("from_state", sa.String(), nullable=True),
        sa.Column("to_state", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("comments", sa.String(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_review_move_number")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.account_id"], name=op.f("fk_review_move_account_id")
        ),
        sa.PrimaryKeyConstraint("entry_id", "number", name=op.f("pk_review_move")),
    )
    op.create_table(
        "proposal",
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("move", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint("move IN ('approve', 'refuse', 'turn_down')", name=op.f("ck_proposal_move")),
        sa.ForeignKeyConstraint(["account_id"], ["account.account_id"], name=op.f("fk_proposal_account_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["review.entry_id"], name=op.f("fk_proposal_entry_id")),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_proposal")),
    )
    op.create_table(
        "pair_saying",
        sa.Column("first_id", sa.String(), nullable=False),
        sa.Column("second_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("first_hash", sa.String(), nullable=False),
        sa.Column("second_hash", sa.String(), nullable=False),
        sa.Column("saying", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_pair_saying_pair")),
        sa.CheckConstraint("saying IN ('apart', 'same', 'escalate')", name=op.f("ck_pair_saying_saying")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.account_id"], name=op.f("fk_pair_saying_account_id")
        ),
        sa.ForeignKeyConstraint(["first_id"], ["review.entry_id"], name=op.f("fk_pair_saying_first_id")),
        sa.ForeignKeyConstraint(["second_id"], ["review.entry_id"], name=op.f("fk_pair_saying_second_id")),
        sa.PrimaryKeyConstraint("first_id", "second_id", "number", name=op.f("pk_pair_saying")),
    )
    op.create_index("ix_pair_saying_second_id", "pair_saying", ["second_id"], unique=False)
    op.create_table(
        "bulk",
        sa.Column("bulk_id", sa.String(), nullable=False),
        sa.Column("branch_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("rows", sa.String(), nullable=False),
        sa.Column("due_at", Instant(), nullable=True),
        sa.CheckConstraint("state <> 'scheduled' OR due_at IS NOT NULL", name=op.f("ck_bulk_due")),
        sa.CheckConstraint(
            "state IN ('drawn', 'scheduled', 'undone', 'applied')", name=op.f("ck_bulk_state")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.account_id"], name=op.f("fk_bulk_account_id")),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.branch_id"], name=op.f("fk_bulk_branch_id")),
        sa.PrimaryKeyConstraint("bulk_id", name=op.f("pk_bulk")),
    )
    op.create_index("ix_bulk_branch_id_at", "bulk", ["branch_id", "at"], unique=False)
