"""Epochs that a server set back to a backup has forgotten: known again by what they were granted with."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from sync.protocol.bodies.epoch_start import EpochStart
from sync.protocol.chain import ZERO_HASH
from sync.protocol.epoch_grant import challenge_of, grant_holds
from sync.protocol.messages import HeldGrant, Mark
from sync.server.domain.arrivals import Arrival
from sync.server.services.auditing import audit
from sync.server.services.epochs import phone_ask
from sync.server.storage.chain_records import HeardMark
from sync.server.storage.records import Device, DeviceEpoch
from sync.server.storage.store import UnitOfWork

LOG = logging.getLogger(__name__)

Epochs = Mapping[int, DeviceEpoch]
Proves = Callable[[HeldGrant], bool]


def shown_grants(rows: Epochs, granted: Iterable[HeldGrant], proves: Proves) -> tuple[HeldGrant, ...]:
    """The grants of a store that tell this server something: forgotten ones, and ones it gave to somebody else."""
    told = [
        grant
        for grant in granted
        if grant.epoch not in rows
        or (rows[grant.epoch].ask != grant.ask and rows[grant.epoch].over_at is None)
    ]
    return tuple(grant for grant in told if proves(grant))


def readmit(
    tx: UnitOfWork, device: Device, shown: Iterable[HeldGrant], marks: Iterable[Mark], at: datetime
) -> None:
    """Take forgotten grants up again; one that was given a second time is over for both stores that stand in it.

    All epochs below the one that the store writes in were left by it. The caller holds the lock of the agent's
    stream and proved the grants.
    """
    rows = {row.epoch: row for row in tx.devices.epochs(device.device)}
    heard = tx.devices.heard(device.device)
    writing = max((mark.epoch for mark in marks), default=0)
    for grant in shown:
        known = rows.get(grant.epoch)
        if known is None:
            rows[grant.epoch] = _known_again(device, grant.epoch, grant.start_hash, grant.ask, heard, at)
            _tell(tx, device, grant.epoch, at)
        else:
            rows[grant.epoch] = replace(known, over_at=at)
    left = [row for row in rows.values() if row.epoch < writing and row.over_at is None]
    rows.update((row.epoch, replace(row, over_at=at)) for row in left)
    tx.devices.put_epochs(rows.values())


def recognise(
    tx: UnitOfWork, device: Device, epochs: Epochs, arrivals: Iterable[Arrival], at: datetime
) -> Epochs:
    """The chains of a device with those among the arrivals that begin with a code which only this server gave.

    A forgotten epoch is taken up again, and the one that its store left is over.
    """
    known = dict(epochs)
    for arrival in arrivals:
        body = None if arrival.decoded is None else arrival.decoded.body
        if not isinstance(body, EpochStart) or arrival.epoch in known or not _granted(device, arrival, body):
            continue
        ask = phone_ask(challenge_of(arrival.action_id))
        heard = tx.devices.heard(device.device)
        known[arrival.epoch] = _known_again(device, arrival.epoch, ZERO_HASH, ask, heard, at)
        left = known.get(body.local_epoch or 0)
        if left is not None and left.over_at is None:
            known[left.epoch] = replace(left, over_at=at)
        tx.devices.put_epochs(known.values())
        _tell(tx, device, arrival.epoch, at)
    return known


def _known_again(
    device: Device, epoch: int, start: str, ask: str, heard: Iterable[HeardMark], at: datetime
) -> DeviceEpoch:
    """A forgotten epoch before anything of it has arrived, with what was heard of it meanwhile."""
    row = DeviceEpoch(device.device, epoch, start, at, start, ask=ask)
    told = next((one for one in heard if one.epoch == epoch), None)
    return row if told is None else replace(row, reported_seq=told.seq, reported_at=told.heard_at)


def _granted(device: Device, arrival: Arrival, body: EpochStart) -> bool:
    """Whether an epoch's first entry carries the answer to its own challenge."""
    begins = (arrival.device, arrival.seq, arrival.prev_hash) == (device.device, 1, ZERO_HASH)
    challenge = challenge_of(arrival.action_id)
    return begins and grant_holds(device.epoch_secret, device.device, arrival.epoch, challenge, body.grant)


def _tell(tx: UnitOfWork, device: Device, epoch: int, at: datetime) -> None:
    audit(tx, at, device.agent_id, "epoch_recognised", device.device, epoch=epoch)
    LOG.warning("epoch_recognised", extra={"device": device.device, "epoch": epoch})
