"""The tables of pictures that the first format of the store came with."""

import sqlalchemy as sa
from alembic import op


def create_photos() -> None:
    """Create the tables and their indexes."""
    op.create_table(
        "blob",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.String(), nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'arrived', 'lost', 'elsewhere')", name="ck_blob_state"),
        sa.CheckConstraint("reached BETWEEN 0 AND length", name="ck_blob_reached"),
        sa.CheckConstraint("state != 'arrived' OR reached = length", name="ck_blob_whole"),
        sa.CheckConstraint("state != 'lost' OR code IS NOT NULL", name="ck_blob_reason"),
        sa.PrimaryKeyConstraint("sha256", name="pk_blob"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_blob_going",
        "blob",
        ["failures", "step"],
        unique=False,
        sqlite_where=sa.text("state IN ('waiting', 'lost')"),
    )
    op.create_table(
        "blob_use",
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["step"], ["journal.step"], name="fk_blob_use_step"),
        sa.PrimaryKeyConstraint("step", "sha256", name="pk_blob_use"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_blob_use_sha256", "blob_use", ["sha256"], unique=False)
