"""When a device is told to destroy what it holds: once nothing of it is missing, or when two people say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from sync.protocol.messages import Hello
from sync.server.services.auditing import audit
from sync.server.services.epochs import store_marks
from sync.server.storage.access_records import WipeApproval
from sync.server.storage.records import Device, DeviceEpoch
from sync.server.storage.store import Store

WIPED = "wiped"
APPROVALS = 2
"""So many different people wipe a device of which something is missing."""
DRAIN = timedelta(days=1)
"""So long after the last approval what waits on the device may still come in first."""


def take_leave(store: Store, device: Device, hello: Hello, at: datetime) -> Device:
    """The device as it stands after its hello: wiped from here on where that was asked for and may be.

    Only here a device becomes `wiped`: the answer to this very hello tells it, and what it holds is known.
    """
    if device.wipe_asked_at is None or device.state == WIPED:
        return device
    with store.reading() as tx:
        approvals = tx.devices.wipe_approvals(device.device)
        pictures = tx.blobs.wanted(device.device, 1)
        proved = not pictures and _proved(
            device, device.wipe_asked_at, hello, tx.devices.epochs(device.device)
        )
    if not proved and not _approved(approvals, hello, at):
        return device
    with store.transaction() as tx:
        tx.devices.set_state(device.device, WIPED, at)
        audit(tx, at, device.agent_id, "device_wiped", device.device, proved=proved)
    return replace(device, state=WIPED, revoked_at=at)


def _proved(device: Device, asked_at: datetime, hello: Hello, epochs: Iterable[DeviceEpoch]) -> bool:
    """The store agreed wholly since the wipe was asked for, and has written nothing since; nothing waits in it."""
    reach = {row.epoch: (max(row.high_seq, row.reported_seq), row.head_hash) for row in epochs}
    if hello.queue_entries or any(
        mark.seq and reach.get(mark.epoch) != (mark.seq, mark.head_hash)
        for mark in store_marks(hello, device.device)
    ):
        return False
    empty = all(seq == 0 for seq, _ in reach.values())
    return empty or (device.verified_at is not None and device.verified_at >= asked_at)


def _approved(approvals: tuple[WipeApproval, ...], hello: Hello, at: datetime) -> bool:
    """Two people approved, and what waits has come in or had its day to."""
    if len(approvals) < APPROVALS:
        return False
    return hello.queue_entries == 0 or at - approvals[-1].approved_at >= DRAIN
