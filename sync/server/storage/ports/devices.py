"""Devices, their one-time codes and their chains."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from sync.server.storage.access_records import WipeApproval
from sync.server.storage.chain_records import HeardMark
from sync.server.storage.records import Device, DeviceCode, DeviceEpoch


class DevicePort(Protocol):
    """One-time codes serve once: `use_code` is a single conditional update."""

    def add_code(self, code: DeviceCode) -> None:
        """Store a one-time code."""
        ...

    def code(self, secret_hash: str) -> DeviceCode | None:
        """A one-time code by the keyed hash of its secret."""
        ...

    def codes(self, agent_id: str) -> tuple[DeviceCode, ...]:
        """The one-time codes of an agent."""
        ...

    def use_code(self, secret_hash: str, device: str, at: datetime) -> bool:
        """Spend an unexpired, unused code; False where there is none."""
        ...

    def add_device(self, device: Device) -> None:
        """Store a newly enrolled device."""
        ...

    def device(self, device: str) -> Device | None:
        """A device by its code."""
        ...

    def keyed(self, public_key: bytes) -> Device | None:
        """The device with this public key."""
        ...

    def devices(self) -> tuple[Device, ...]:
        """Every device."""
        ...

    def set_state(self, device: str, state: str, at: datetime) -> None:
        """Change the state; `revoked_at` is the first instant from which the key no longer counts, also of a wiped device."""
        ...

    def seen(self, device: str, at: datetime) -> None:
        """Keep when a device last said hello."""
        ...

    def verified(self, device: str, at: datetime) -> None:
        """Keep when a device's store agreed wholly."""
        ...

    def ask_wipe(self, device: str, at: datetime | None) -> None:
        """Keep since when a device is to be wiped, None for no more; what was approved before counts no more."""
        ...

    def report_lost(self, device: str, at: datetime | None) -> None:
        """Keep since when a device is known to be lost, None for found again."""
        ...

    def approve_wipe(self, approval: WipeApproval) -> None:
        """Keep an account's approval, once."""
        ...

    def drop_approvals_of(self, account_id: str) -> int:
        """Take an account's approvals of wipes back; how many there were."""
        ...

    def wipe_approvals(self, device: str) -> tuple[WipeApproval, ...]:
        """The approvals of a wipe, in order of time."""
        ...

    def epochs(self, device: str) -> tuple[DeviceEpoch, ...]:
        """The chains of a device."""
        ...

    def put_epochs(self, epochs: Iterable[DeviceEpoch]) -> None:
        """Add or replace chains."""
        ...

    def heard(self, device: str) -> tuple[HeardMark, ...]:
        """What stores told of chains that were not known then, by epoch."""
        ...

    def hear(self, marks: Iterable[HeardMark]) -> None:
        """Add or replace what was told."""
        ...
