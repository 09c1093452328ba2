"""Devices, their epochs, and the one-time codes that enrol them."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, LargeBinary, UniqueConstraint
from sqlmodel import Field

from sync.server.storage.tables.registry import Instant, ServerRow, one_of

DEVICE_STATES = ("active", "paused", "revoked_drain", "wiped")


class DeviceCodeRow(ServerRow, table=True):
    """A one-time code: only the keyed hash of its secret is stored, and it serves once."""

    __tablename__ = "device_code"
    __table_args__ = (
        CheckConstraint("(used_at IS NULL) = (used_by_device IS NULL)", name="used"),
        CheckConstraint("length(secret_hash) = 64", name="hash"),
    )

    secret_hash: str = Field(primary_key=True)
    agent_id: str = Field(foreign_key="agent.agent_id", index=True)
    issued_by: str | None = None
    issued_at: datetime = Field(sa_type=Instant)
    expires_at: datetime = Field(sa_type=Instant)
    used_at: datetime | None = Field(default=None, sa_type=Instant)
    used_by_device: str | None = None


class DeviceRow(ServerRow, table=True):
    """A device: its key, its agent, and the agent's store key wrapped to the branch's recovery key."""

    __tablename__ = "device"
    __table_args__ = (
        CheckConstraint(one_of("state", DEVICE_STATES), name="state"),
        CheckConstraint("length(device) = 5", name="code"),
        CheckConstraint("practice = (substr(device, 1, 1) = '0')", name="practice"),
        CheckConstraint("length(public_key) = 32", name="key"),
    )

    device: str = Field(primary_key=True)
    agent_id: str = Field(foreign_key="agent.agent_id", index=True)
    public_key: bytes = Field(sa_type=LargeBinary, unique=True)
    practice: bool
    state: str = "active"
    recovery_wrap: bytes = Field(sa_type=LargeBinary)
    epoch_secret: bytes = Field(sa_type=LargeBinary)
    enrolled_at: datetime = Field(sa_type=Instant)
    seen_at: datetime = Field(sa_type=Instant)
    revoked_at: datetime | None = Field(default=None, sa_type=Instant)
    verified_at: datetime | None = Field(default=None, sa_type=Instant)
    wipe_asked_at: datetime | None = Field(default=None, sa_type=Instant)
    lost_at: datetime | None = Field(default=None, sa_type=Instant)


class WipeApprovalRow(ServerRow, table=True):
    """One person's word that a device is to be wiped whatever is missing; two of them are needed."""

    __tablename__ = "wipe_approval"

    device: str = Field(primary_key=True, foreign_key="device.device")
    account_id: str = Field(primary_key=True, foreign_key="account.account_id")
    approved_at: datetime = Field(sa_type=Instant)


class HeardMarkRow(ServerRow, table=True):
    """How far a chain reaches that a store told of and the server does not know: it was set back to a backup."""

    __tablename__ = "heard_mark"
    __table_args__ = (CheckConstraint("epoch >= 1 AND seq >= 0", name="place"),)

    device: str = Field(primary_key=True, foreign_key="device.device")
    epoch: int = Field(primary_key=True)
    seq: int = Field(sa_type=BigInteger)
    heard_at: datetime = Field(sa_type=Instant)


class DeviceEpochRow(ServerRow, table=True):
    """What is known of one chain: where it starts, how far it reaches, what stores reported of it, and its end."""

    __tablename__ = "device_epoch"
    __table_args__ = (
        CheckConstraint("epoch >= 1", name="epoch"),
        CheckConstraint("contiguous_seq >= 0 AND high_seq >= 0 AND reported_seq >= 0", name="marks"),
        UniqueConstraint("device", "ask"),
    )

    device: str = Field(primary_key=True, foreign_key="device.device")
    epoch: int = Field(primary_key=True)
    start_hash: str
    granted_at: datetime = Field(sa_type=Instant)
    contiguous_seq: int = Field(default=0, sa_type=BigInteger)
    high_seq: int = Field(default=0, sa_type=BigInteger)
    head_hash: str
    ask: str | None = None
    over_at: datetime | None = Field(default=None, sa_type=Instant)
    reported_seq: int = Field(default=0, sa_type=BigInteger)
    reported_at: datetime | None = Field(default=None, sa_type=Instant)
