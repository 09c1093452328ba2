"""The tables of people who are to be enrolled together, as the first format of the store came with; never changed."""

import sqlalchemy as sa
from alembic import op


def create_kelompok() -> None:
    """What holds for all, the lines, and the pages that were signed."""
    op.create_table(
        "kelompok",
        sa.Column("kelompok_id", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kelompok_id", name="pk_kelompok"),
    )
    for table, place in (("kelompok_member", "row"), ("kelompok_page", "page")):
        op.create_table(
            table,
            sa.Column("kelompok_id", sa.String(), nullable=False),
            sa.Column(place, sa.Integer(), nullable=False),
            sa.Column("sealed", sa.LargeBinary(), nullable=False),
            sa.PrimaryKeyConstraint("kelompok_id", place, name=f"pk_{table}"),
        )
