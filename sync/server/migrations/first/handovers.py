"""First version: tables of hand-overs and of who serves a worker."""

import sqlalchemy as sa
from alembic import op

from sync.server.storage.tables.registry import Instant


def create_handovers() -> None:
    """Create the tables and their indexes."""
    op.create_table(
        "handover",
        sa.Column("decision_id", sa.String(), nullable=False),
        sa.Column("branch_id", sa.String(), nullable=False),
        sa.Column("from_agent", sa.String(), nullable=False),
        sa.Column("to_agent", sa.String(), nullable=False),
        sa.Column("workers", sa.String(), nullable=False),
        sa.Column("decided_at", Instant(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("given_at", Instant(), nullable=True),
        sa.Column("taken_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.branch_id"], name=op.f("fk_handover_branch_id")),
        sa.ForeignKeyConstraint(["from_agent"], ["agent.agent_id"], name=op.f("fk_handover_from_agent")),
        sa.ForeignKeyConstraint(["to_agent"], ["agent.agent_id"], name=op.f("fk_handover_to_agent")),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_handover")),
    )
    op.create_index(op.f("ix_handover_branch_id"), "handover", ["branch_id"], unique=False)
    op.create_table(
        "worker_service",
        sa.Column("worker_id", sa.String(), nullable=False),
        sa.Column("agent_id", sa.String(), nullable=False),
        sa.Column("since", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.agent_id"], name=op.f("fk_worker_service_agent_id")),
        sa.PrimaryKeyConstraint("worker_id", name=op.f("pk_worker_service")),
    )
    op.create_index(op.f("ix_worker_service_agent_id"), "worker_service", ["agent_id"], unique=False)
