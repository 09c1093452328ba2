"""First version: tables of branches, offices and agents."""

import sqlalchemy as sa
from alembic import op

from sync.server.storage.tables.registry import Instant


def create_organisation() -> None:
    """Create the tables and their indexes."""
    op.create_table(
        "branch",
        sa.Column("branch_id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("hotline", sa.String(), nullable=False),
        sa.Column("public_host", sa.String(), nullable=False),
        sa.Column("recovery_public", sa.LargeBinary(), nullable=False),
        sa.Column("configuration", sa.String(), nullable=False),
        sa.Column("two_person", sa.Boolean(), nullable=False),
        sa.Column("second_above", sa.BigInteger(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("branch_id", name=op.f("pk_branch")),
        sa.UniqueConstraint("code", name=op.f("uq_branch_code")),
    )
    op.create_table(
        "office",
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("branch_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.branch_id"], name=op.f("fk_office_branch_id")),
        sa.PrimaryKeyConstraint("office_id", name=op.f("pk_office")),
    )
    op.create_index(op.f("ix_office_branch_id"), "office", ["branch_id"], unique=False)
    op.create_table(
        "agent",
        sa.Column("agent_id", sa.String(), nullable=False),
        sa.Column("branch_id", sa.String(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.CheckConstraint("state IN ('active', 'suspended', 'left')", name=op.f("ck_agent_state")),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.branch_id"], name=op.f("fk_agent_branch_id")),
        sa.ForeignKeyConstraint(["office_id"], ["office.office_id"], name=op.f("fk_agent_office_id")),
        sa.PrimaryKeyConstraint("agent_id", name=op.f("pk_agent")),
        sa.UniqueConstraint("number", name=op.f("uq_agent_number")),
    )
    op.create_index(op.f("ix_agent_branch_id"), "agent", ["branch_id"], unique=False)
    op.create_index(op.f("ix_agent_office_id"), "agent", ["office_id"], unique=False)
