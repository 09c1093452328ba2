"""First version: tables of the uses of pictures and of what the checks found."""

import sqlalchemy as sa
from alembic import op


def create_checks() -> None:
    """Create the tables and their indexes."""
    op.create_table(
        "photo_use",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("agent_id", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=False),
        sa.Column("compared", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "entry_id", name=op.f("pk_photo_use")),
    )
    op.create_table(
        "check_finding",
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("check_code", sa.String(), nullable=False),
        sa.Column("branch_id", sa.String(), nullable=False),
        sa.Column("agent_id", sa.String(), nullable=False),
        sa.Column("found_on", sa.Date(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("measure", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", "check_code", name=op.f("pk_check_finding")),
    )
    op.create_index("ix_check_finding_day", "check_finding", ["branch_id", "found_on"], unique=False)
