"""Epochs of devices: what stores report of them, and new ones for stores that lack what they had written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from sync.protocol.bodies.epoch_start import EpochStart
from sync.protocol.chain import ZERO_HASH
from sync.protocol.epoch_grant import LAST_EPOCH
from sync.protocol.messages import EpochGrant, EpochWanted, Hello, Mark
from sync.server.domain.arrivals import Arrival
from sync.server.services.auditing import audit
from sync.server.storage.chain_records import HeardMark
from sync.server.storage.records import Device, DeviceEpoch
from sync.server.storage.store import UnitOfWork


def phone_ask(challenge: str) -> str:
    """The ask of an epoch that was granted by phone: the challenge stands for the laptop's own."""
    return f"phone:{challenge}"


def store_marks(hello: Hello, device: str) -> tuple[Mark, ...]:
    """How far the device's own chains reach in the store that says hello."""
    return tuple(mark for mark in hello.marks if mark.device == device)


def own_marks(hello: Hello, device: str) -> tuple[Mark, ...]:
    """What hello tells of the device's own chains, the mark kept outside the store among it."""
    kept = None if hello.epoch_wanted is None else hello.epoch_wanted.reached
    held = store_marks(hello, device)
    return held if kept is None or kept.device != device else (*held, kept)


def reported(rows: Iterable[DeviceEpoch], marks: Iterable[Mark], at: datetime) -> list[DeviceEpoch]:
    """The chains of which a store reports more than has arrived or was reported before."""
    highest: dict[int, int] = {}
    for mark in marks:
        highest[mark.epoch] = max(mark.seq, highest.get(mark.epoch, 0))
    return [
        replace(row, reported_seq=highest[row.epoch], reported_at=at)
        for row in rows
        if highest.get(row.epoch, 0) > max(row.high_seq, row.reported_seq)
    ]


def heard_anew(
    rows: Iterable[DeviceEpoch], heard: Iterable[HeardMark], device: str, marks: Iterable[Mark], at: datetime
) -> list[HeardMark]:
    """What marks tell of chains that the server does not know, where it is more than was heard before.

    A server that was set back to a backup may come to know such a chain again from another store than the one that
    told how far it reached.
    """
    known = {row.epoch for row in rows}
    before = {one.epoch: one.seq for one in heard}
    told: dict[int, int] = {}
    for mark in marks:
        if mark.epoch not in known and mark.seq > max(before.get(mark.epoch, -1), told.get(mark.epoch, -1)):
            told[mark.epoch] = mark.seq
    return [HeardMark(device, epoch, seq, at) for epoch, seq in sorted(told.items())]


def report(tx: UnitOfWork, device: Device, marks: Collection[Mark], at: datetime) -> None:
    """Keep what marks tell beyond what has arrived, also of chains that are not known.

    The caller holds the lock of the agent's stream.
    """
    rows, heard = tx.devices.epochs(device.device), tx.devices.heard(device.device)
    tx.devices.put_epochs(reported(rows, marks, at))
    tx.devices.hear(heard_anew(rows, heard, device.device, marks, at))


def ends_told(device: str, arrivals: Iterable[Arrival]) -> list[Mark]:
    """Where the epochs ended that stores left by phone, as the first entries of the next ones tell it."""
    bodies = [None if one.decoded is None else one.decoded.body for one in arrivals]
    return [
        Mark(device=device, epoch=body.local_epoch, seq=body.local_seq, head_hash=body.local_head)
        for body in bodies
        if isinstance(body, EpochStart) and body.local_epoch and body.local_seq and body.local_head
    ]


def chains_named(device: str, known: Collection[int], arrivals: Iterable[Arrival]) -> list[Mark]:
    """The chains that are not known though entries of them came: their numbers are taken, and nothing of them is missing
    that was not told of otherwise."""
    named = sorted({arrival.epoch for arrival in arrivals} - set(known))
    return [Mark(device=device, epoch=epoch, seq=0, head_hash=ZERO_HASH) for epoch in named]


def grant(
    tx: UnitOfWork, device: Device, wanted: EpochWanted, marks: Iterable[Mark], at: datetime
) -> EpochGrant | None:
    """The epoch for an ask: the one it was given before, or the next that no store of the device ever heard of.

    The epoch that the asking store leaves is over for every store: whoever still stands in it shares it with
    another. The caller holds the lock of the agent's stream. None where the numbers of epochs are used up.
    """
    rows = {row.epoch: row for row in tx.devices.epochs(device.device)}
    given = next((row for row in rows.values() if row.ask == wanted.ask), None)
    if given is None:
        told = (*(mark.epoch for mark in marks), *(one.epoch for one in tx.devices.heard(device.device)))
        given = _next(device, wanted, rows, told, at)
        if given.epoch > LAST_EPOCH:
            return None
        left = (wanted.leaving, wanted.leaving if wanted.reached is None else wanted.reached.epoch)
        over = [replace(rows[epoch], over_at=at) for epoch in sorted({*left} & rows.keys())]
        tx.devices.put_epochs([*(row for row in over if rows[row.epoch].over_at is None), given])
        audit(
            tx,
            at,
            device.agent_id,
            "epoch_granted",
            device.device,
            epoch=given.epoch,
            leaving=wanted.leaving,
        )
    return EpochGrant(ask=wanted.ask, epoch=given.epoch, start_hash=given.start_hash)


def _next(
    device: Device, wanted: EpochWanted, rows: Mapping[int, DeviceEpoch], told: Iterable[int], at: datetime
) -> DeviceEpoch:
    """An epoch above all that the server knows and all that any store ever named: a server set back forgets some."""
    newest = max(rows)
    start = rows[newest].head_hash
    return DeviceEpoch(
        device.device, max(newest, wanted.leaving, *told) + 1, start, at, start, ask=wanted.ask
    )
