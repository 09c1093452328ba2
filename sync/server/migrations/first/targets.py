"""First version: tables of targets and of how many workers a region has."""

import sqlalchemy as sa
from alembic import op

from sync.server.storage.tables.registry import Instant


def create_targets() -> None:
    """Create the tables."""
    op.create_table(
        "target",
        sa.Column("branch_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("enrolled", sa.BigInteger(), nullable=False),
        sa.Column("collected", sa.BigInteger(), nullable=False),
        sa.Column("set_at", Instant(), nullable=False),
        sa.Column("set_by", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('agent', 'office', 'branch', 'region', 'district')", name=op.f("ck_target_kind")
        ),
        sa.CheckConstraint("enrolled >= 0 AND collected >= 0", name=op.f("ck_target_aim")),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.branch_id"], name=op.f("fk_target_branch_id")),
        sa.PrimaryKeyConstraint("branch_id", "kind", "subject", "first", name=op.f("pk_target")),
    )
    op.create_table(
        "region_workers",
        sa.Column("branch_id", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("workers", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("set_at", Instant(), nullable=False),
        sa.Column("set_by", sa.String(), nullable=False),
        sa.CheckConstraint("workers >= 0", name=op.f("ck_region_workers_workers")),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branch.branch_id"], name=op.f("fk_region_workers_branch_id")
        ),
        sa.PrimaryKeyConstraint("branch_id", "region", "year", name=op.f("pk_region_workers")),
    )
