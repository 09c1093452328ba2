"""The table of participants an agent told of, as the first format of the store came with it; never changed."""

import sqlalchemy as sa
from alembic import op


def create_portfolio() -> None:
    """Cards from agents' own lists."""
    op.create_table(
        "portfolio",
        sa.Column("worker_id", sa.String(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.String(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("worker_id", name="pk_portfolio"),
    )
