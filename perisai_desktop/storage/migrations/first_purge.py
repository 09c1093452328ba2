"""The tables of what was purged, as the first format of the store came with them; never changed."""

import sqlalchemy as sa
from alembic import op


def create_purge() -> None:
    """The log of personal parts that went, what is personal on rows of the feed, and the cards that stay."""
    op.create_table(
        "purge",
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("personal_hash", sa.String(), nullable=False),
        sa.Column("purged_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["journal.entry_id"], name="fk_purge_entry_id"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_purge"),
    )
    op.create_table(
        "feed_part",
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["step"], ["feed_row.step"], name="fk_feed_part_step"),
        sa.PrimaryKeyConstraint("step", name="pk_feed_part"),
    )
    op.create_table(
        "kept_card",
        sa.Column("worker_id", sa.String(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.String(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("worker_id", name="pk_kept_card"),
    )
