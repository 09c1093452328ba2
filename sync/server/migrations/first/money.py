"""First version: tables of register of workers, receipts and ledger."""

import sqlalchemy as sa
from alembic import op

from sync.server.storage.tables.registry import Instant


def create_money() -> None:
    """Create the tables and their indexes."""
    op.create_table(
        "cash_movement",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("agent_id", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("sort", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "sort IN ('receipt', 'void', 'refund', 'deposit', 'opening_float', 'shortage', 'surplus', 'hand_over')",
            name=op.f("ck_cash_movement_sort"),
        ),
        sa.PrimaryKeyConstraint("device", "hash", name=op.f("pk_cash_movement")),
    )
    op.create_index("ix_cash_movement_agent_id", "cash_movement", ["agent_id"], unique=False)
    op.create_table(
        "agent_cash",
        sa.Column("agent_id", sa.String(), nullable=False),
        sa.Column("sort", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("agent_id", "sort", name=op.f("pk_agent_cash")),
    )
    op.create_table(
        "receipt_reach",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("genuine", sa.Integer(), nullable=False),
        sa.Column("highest", sa.Integer(), nullable=False),
        sa.CheckConstraint("genuine BETWEEN 1 AND highest", name=op.f("ck_receipt_reach_genuine")),
        sa.PrimaryKeyConstraint("device", "epoch", name=op.f("pk_receipt_reach")),
    )
    op.create_table(
        "ledger_line",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("agent_id", sa.String(), nullable=False),
        sa.Column("receipt_number", sa.String(), nullable=True),
        sa.Column("worker_id", sa.String(), nullable=True),
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("bracket", sa.Integer(), nullable=False),
        sa.Column("relief", sa.String(), nullable=True),
        sa.Column("tariff_version", sa.String(), nullable=False),
        sa.Column("payer", sa.String(), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=False),
        sa.Column("bucket", sa.String(), nullable=False),
        sa.Column("requested", sa.Boolean(), nullable=False),
        sa.Column("undone_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "bucket IN ('accepted', 'under_review', 'held', 'refunded', 'voided')",
            name=op.f("ck_ledger_line_bucket"),
        ),
        sa.PrimaryKeyConstraint("device", "hash", "line", name=op.f("pk_ledger_line")),
    )
    op.create_index("ix_ledger_line_action_id", "ledger_line", ["action_id"], unique=False)
    op.create_index(
        "ix_ledger_line_agent_id_recorded_on", "ledger_line", ["agent_id", "recorded_on"], unique=False
    )
    op.create_index(
        "ix_ledger_line_undone",
        "ledger_line",
        ["agent_id", "undone_on"],
        unique=False,
        postgresql_where=sa.text("undone_on IS NOT NULL"),
        sqlite_where=sa.text("undone_on IS NOT NULL"),
    )
    op.create_index("ix_ledger_line_worker_id_month", "ledger_line", ["worker_id", "month"], unique=False)
    op.create_table(
        "receipt",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("agent_id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("genuine", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("deposit", sa.String(), nullable=False),
        sa.Column("deposited_by", sa.String(), nullable=True),
        sa.CheckConstraint("counter >= 1", name=op.f("ck_receipt_counter")),
        sa.CheckConstraint("deposit IN ('in_hand', 'deposited', 'matched')", name=op.f("ck_receipt_deposit")),
        sa.CheckConstraint(
            "state IN ('issued', 'void_requested', 'voided', 'refunded')", name=op.f("ck_receipt_state")
        ),
        sa.CheckConstraint("taken_on <= issued_on", name=op.f("ck_receipt_taken_on")),
        sa.CheckConstraint("total >= 0", name=op.f("ck_receipt_total")),
        sa.PrimaryKeyConstraint("device", "hash", name=op.f("pk_receipt")),
    )
    op.create_index("ix_receipt_entry_id", "receipt", ["entry_id"], unique=False)
    op.create_index("ix_receipt_agent_id_issued_on", "receipt", ["agent_id", "issued_on"], unique=False)
    op.create_index("ix_receipt_number", "receipt", ["number"], unique=False)
    op.create_index(
        "ix_receipt_unmatched",
        "receipt",
        ["agent_id"],
        postgresql_where=sa.text("deposit = 'deposited'"),
        sqlite_where=sa.text("deposit = 'deposited'"),
    )
    op.create_index(
        "ix_receipt_in_hand",
        "receipt",
        ["agent_id", "taken_on"],
        postgresql_where=sa.text("deposit = 'in_hand'"),
        sqlite_where=sa.text("deposit = 'in_hand'"),
    )
    op.create_index(
        "uq_receipt_genuine_number",
        "receipt",
        ["device", "epoch", "counter"],
        unique=True,
        postgresql_where=sa.text("genuine"),
        sqlite_where=sa.text("genuine"),
    )
    op.create_table(
        "worker_register",
        sa.Column("nik", sa.String(), nullable=False),
        sa.Column("worker_id", sa.String(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("agent_id", sa.String(), nullable=False),
        sa.Column("birth_on", sa.Date(), nullable=True),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("kpj", sa.String(), nullable=True),
        sa.Column("likeness", sa.String(), nullable=True),
        sa.Column("born_trace", sa.String(), nullable=True),
        sa.Column("lives_trace", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("village", sa.String(), nullable=True),
        sa.Column("registered_at", Instant(), nullable=False),
        sa.CheckConstraint("length(nik) = 16", name=op.f("ck_worker_register_nik")),
        sa.PrimaryKeyConstraint("nik", name=op.f("pk_worker_register")),
    )
    for column in ("born_trace", "lives_trace", "phone"):
        op.create_index(op.f(f"ix_worker_register_{column}"), "worker_register", [column], unique=False)
    op.create_index(op.f("ix_worker_register_name_key"), "worker_register", ["name_key"], unique=False)
    op.create_index(op.f("ix_worker_register_worker_id"), "worker_register", ["worker_id"], unique=False)
    op.create_index(
        "uq_worker_register_kpj",
        "worker_register",
        ["kpj"],
        unique=True,
        postgresql_where=sa.text("kpj IS NOT NULL"),
        sqlite_where=sa.text("kpj IS NOT NULL"),
    )
