"""First version: tables of the feed and its counters."""

import sqlalchemy as sa
from alembic import op

from sync.server.storage.tables.registry import Instant


def create_feed() -> None:
    """Create the tables and their indexes."""
    op.create_table(
        "feed",
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("payload", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('decision', 'record', 'match', 'attribution', 'handover', 'worker', 'reference', 'task', 'credit', 'notice')",
            name=op.f("ck_feed_kind"),
        ),
        sa.CheckConstraint("position >= 1", name=op.f("ck_feed_position")),
        sa.PrimaryKeyConstraint("stream", "position", name=op.f("pk_feed")),
    )
    op.create_index(
        "ix_feed_card",
        "feed",
        ["stream"],
        unique=False,
        postgresql_where=sa.text("kind = 'worker'"),
        sqlite_where=sa.text("kind = 'worker'"),
    )
    op.create_table(
        "feed_stream",
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("last_position", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("last_position >= 0", name=op.f("ck_feed_stream_position")),
        sa.PrimaryKeyConstraint("stream", name=op.f("pk_feed_stream")),
    )
