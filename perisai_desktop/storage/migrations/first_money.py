"""The tables of money that the first format of the store came with: ledger, receipts, refunds and cash."""

import sqlalchemy as sa
from alembic import op


def create_money() -> None:
    """Create the tables and their indexes."""
    op.create_table(
        "closing",
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name="pk_closing"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_closing_on", "closing", ["on"], unique=False)
    op.create_table(
        "cash",
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("sort", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.CheckConstraint("amount >= 0", name="ck_cash_rupiah"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_cash"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_cash_sort", "cash", ["sort", "on", "amount"], unique=False)
    op.create_index("ix_cash_on", "cash", ["on", "entry_id"], unique=False)
    op.create_table(
        "cash_day",
        sa.Column("sort", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sort", "on", name="pk_cash_day"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ledger",
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("worker_id", sa.String(), nullable=False),
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("bracket", sa.Integer(), nullable=False),
        sa.Column("relief", sa.String(), nullable=True),
        sa.Column("tariff", sa.String(), nullable=False),
        sa.Column("payer", sa.String(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=True),
        sa.Column("undone", sa.String(), nullable=True),
        sa.Column("undone_by", sa.String(), nullable=True),
        sa.CheckConstraint("amount >= 0", name="ck_ledger_rupiah"),
        sa.PrimaryKeyConstraint("entry_id", "line", name="pk_ledger"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_ledger_of_worker", "ledger", ["worker_id", "month"], unique=False)
    op.create_index("ix_ledger_receipt", "ledger", ["receipt"], unique=False)
    op.create_index(
        "ix_ledger_undone_by",
        "ledger",
        ["undone_by"],
        unique=False,
        sqlite_where=sa.text("undone_by IS NOT NULL"),
    )
    op.create_table(
        "life_change",
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("worker_id", sa.String(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("from_month", sa.String(), nullable=False),
        sa.Column("income", sa.Integer(), nullable=True),
        sa.Column("offer", sa.String(), nullable=True),
        sa.Column("occupation", sa.String(), nullable=True),
        sa.Column("ended", sa.String(), nullable=True),
        sa.Column("refused", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name="pk_life_change"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_life_change_worker_id", "life_change", ["worker_id"], unique=False)
    op.create_table(
        "paper",
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("following", sa.Integer(), nullable=False),
        sa.CheckConstraint("following >= 0", name="ck_paper_counts"),
        sa.PrimaryKeyConstraint("receipt", name="pk_paper"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "receipt",
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("worker_id", sa.String(), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.String(), nullable=False),
        sa.Column("deposited_by", sa.String(), nullable=True),
        sa.Column("copies", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("total >= 0", name="ck_receipt_rupiah"),
        sa.PrimaryKeyConstraint("step", name="pk_receipt"),
        sa.UniqueConstraint("entry_id", name="uq_receipt_entry_id"),
    )
    op.create_index("ix_receipt_action", "receipt", ["action_id", "total"], unique=False)
    op.create_index(
        "ix_receipt_in_hand", "receipt", ["recorded_at"], sqlite_where=sa.text("deposited_by IS NULL")
    )
    op.create_index("ix_receipt_on", "receipt", ["on"], unique=False)
    op.create_index("ix_receipt_number", "receipt", ["number"], unique=False)
    op.create_index("ix_receipt_worker_id", "receipt", ["worker_id"], unique=False)
    op.create_table(
        "receipt_counter",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.CheckConstraint("last >= 0", name="ck_receipt_counter_counts"),
        sa.PrimaryKeyConstraint("device", "epoch", name="pk_receipt_counter"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "refund_grant",
        sa.Column("decision_id", sa.String(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("worker_id", sa.String(), nullable=True),
        sa.Column("contribution", sa.String(), nullable=True),
        sa.Column("refunded_by", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("decision_id", name="pk_refund_grant"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_refund_grant_entry_id", "refund_grant", ["entry_id"], unique=False)
