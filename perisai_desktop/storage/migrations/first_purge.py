"""The tables of what was purged, as the first format of the store came with them; never changed."""

import sqlalchemy as sa
from alembic import op


def create_purge() -> None:
    """The log of personal parts that went, and the cards that stay."""
    op.create_table(
        "purge",
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("personal_hash", sa.String(), nullable=False),
        sa.Column("purged_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["journal.entry_id"], name="fk_purge_entry_id"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_purge"),
    )
    op.create_table(
        "kept_card",
        sa.Column("worker_id", sa.String(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.String(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("worker_id", name="pk_kept_card"),
    )
