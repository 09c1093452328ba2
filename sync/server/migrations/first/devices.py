"""First version: tables of one-time codes, devices and their chains."""

import sqlalchemy as sa
from alembic import op

from sync.server.storage.tables.registry import Instant


def create_devices() -> None:
    """Create the tables and their indexes."""
    op.create_table(
        "device",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("agent_id", sa.String(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("recovery_wrap", sa.LargeBinary(), nullable=False),
        sa.Column("epoch_secret", sa.LargeBinary(), nullable=False),
        sa.Column("enrolled_at", Instant(), nullable=False),
        sa.Column("seen_at", Instant(), nullable=False),
        sa.Column("revoked_at", Instant(), nullable=True),
        sa.Column("verified_at", Instant(), nullable=True),
        sa.Column("wipe_asked_at", Instant(), nullable=True),
        sa.Column("lost_at", Instant(), nullable=True),
        sa.CheckConstraint("practice = (substr(device, 1, 1) = '0')", name=op.f("ck_device_practice")),
        sa.CheckConstraint(
            "state IN ('active', 'paused', 'revoked_drain', 'wiped')", name=op.f("ck_device_state")
        ),
        sa.CheckConstraint("length(device) = 5", name=op.f("ck_device_code")),
        sa.CheckConstraint("length(public_key) = 32", name=op.f("ck_device_key")),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.agent_id"], name=op.f("fk_device_agent_id")),
        sa.PrimaryKeyConstraint("device", name=op.f("pk_device")),
        sa.UniqueConstraint("public_key", name=op.f("uq_device_public_key")),
    )
    op.create_index(op.f("ix_device_agent_id"), "device", ["agent_id"], unique=False)
    op.create_table(
        "device_code",
        sa.Column("secret_hash", sa.String(), nullable=False),
        sa.Column("agent_id", sa.String(), nullable=False),
        sa.Column("issued_by", sa.String(), nullable=True),
        sa.Column("issued_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        sa.Column("used_by_device", sa.String(), nullable=True),
        sa.CheckConstraint("(used_at IS NULL) = (used_by_device IS NULL)", name=op.f("ck_device_code_used")),
        sa.CheckConstraint("length(secret_hash) = 64", name=op.f("ck_device_code_hash")),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.agent_id"], name=op.f("fk_device_code_agent_id")),
        sa.PrimaryKeyConstraint("secret_hash", name=op.f("pk_device_code")),
    )
    op.create_index(op.f("ix_device_code_agent_id"), "device_code", ["agent_id"], unique=False)
    op.create_table(
        "device_epoch",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("start_hash", sa.String(), nullable=False),
        sa.Column("granted_at", Instant(), nullable=False),
        sa.Column("contiguous_seq", sa.BigInteger(), nullable=False),
        sa.Column("high_seq", sa.BigInteger(), nullable=False),
        sa.Column("head_hash", sa.String(), nullable=False),
        sa.Column("ask", sa.String(), nullable=True),
        sa.Column("over_at", Instant(), nullable=True),
        sa.Column("reported_seq", sa.BigInteger(), nullable=False),
        sa.Column("reported_at", Instant(), nullable=True),
        sa.CheckConstraint(
            "contiguous_seq >= 0 AND high_seq >= 0 AND reported_seq >= 0", name=op.f("ck_device_epoch_marks")
        ),
        sa.CheckConstraint("epoch >= 1", name=op.f("ck_device_epoch_epoch")),
        sa.ForeignKeyConstraint(["device"], ["device.device"], name=op.f("fk_device_epoch_device")),
        sa.PrimaryKeyConstraint("device", "epoch", name=op.f("pk_device_epoch")),
        sa.UniqueConstraint("device", "ask", name=op.f("uq_device_epoch_device_ask")),
    )
    op.create_table(
        "heard_mark",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("heard_at", Instant(), nullable=False),
        sa.CheckConstraint("epoch >= 1 AND seq >= 0", name=op.f("ck_heard_mark_place")),
        sa.ForeignKeyConstraint(["device"], ["device.device"], name=op.f("fk_heard_mark_device")),
        sa.PrimaryKeyConstraint("device", "epoch", name=op.f("pk_heard_mark")),
    )
