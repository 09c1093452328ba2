"""First version: the table of what was erased."""

import sqlalchemy as sa
from alembic import op

from sync.server.storage.tables.registry import Instant


def create_purges() -> None:
    """Create the table and its indexes."""
    op.create_table(
        "purged_part",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("worker_id", sa.String(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("part IN ('personal', 'photo')", name=op.f("ck_purged_part_part")),
        sa.CheckConstraint(
            "reason IN ('withdrawn', 'refused', 'membership_ended', 'photos_answered')",
            name=op.f("ck_purged_part_reason"),
        ),
        sa.PrimaryKeyConstraint("device", "hash", "digest", name=op.f("pk_purged_part")),
    )
    op.create_index(op.f("ix_purged_part_entry_id"), "purged_part", ["entry_id"], unique=False)
    op.create_index(op.f("ix_purged_part_worker_id"), "purged_part", ["worker_id"], unique=False)
