"""Which entries of a device are known to exist and have not arrived: the gaps of its chains (sync/README.md, S7)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sync.protocol.messages import Mark, Notice
from sync.server.storage.chain_records import HeardMark
from sync.server.storage.records import DeviceEpoch
from sync.server.storage.store import UnitOfWork

MOST_GAPS = 100
_OfDevice = TypeVar("_OfDevice", DeviceEpoch, HeardMark)


@dataclass(frozen=True, slots=True)
class ChainGap:
    """Entries that a store wrote or reported and that are not here, both ends included.

    `since`: when it was first seen that they exist. `left`: no store writes in this epoch any more, so what is not
    on some disk still is gone, and the agent's paper receipts are all there is of it.
    """

    device: str
    epoch: int
    first_seq: int
    last_seq: int
    since: datetime
    left: bool


def chain_gaps(tx: UnitOfWork, device: str) -> tuple[ChainGap, ...]:
    """Every gap of a device, by epoch and place; at most `MOST_GAPS` of an epoch."""
    return gaps_of(tx, (device,)).get(device, ())


def gaps_of(tx: UnitOfWork, devices: Collection[str]) -> Mapping[str, tuple[ChainGap, ...]]:
    """The gaps of many devices, by device; those without any are left out. Only chains with a hole are read one by one.

    A chain that a store told of and the server does not know is one gap, whole.
    """
    holed = tx.standings.above_holes(devices)
    chains, heard = _by_device(tx.standings.chains(devices)), _by_device(tx.standings.heard(devices))
    found: dict[str, tuple[ChainGap, ...]] = {}
    for device in chains.keys() | heard.keys():
        rows = chains.get(device, [])
        gaps = [gap for row in rows for gap in _of_chain(tx, row, (row.device, row.epoch) in holed)]
        newest = max((row.epoch for row in rows), default=0)
        gaps += [
            ChainGap(device, one.epoch, 1, one.seq, one.heard_at, left=one.epoch < newest)
            for one in _unknown(rows, heard.get(device, []))
        ]
        if gaps:
            found[device] = tuple(sorted(gaps, key=lambda gap: (gap.epoch, gap.first_seq)))
    return found


def missing_notice(
    rows: Collection[DeviceEpoch], heard: Iterable[HeardMark], marks: Iterable[Mark]
) -> tuple[Notice, ...]:
    """What to tell a store of its chains: entries above all that is here, which another copy of it reported.

    What the store that says hello holds itself is on its way, and the holes below are in hello's answer anyway.
    """
    reach = {mark.epoch: mark.seq for mark in marks}
    beyond = [
        row.reported_seq - max(row.high_seq, row.contiguous_seq, reach.get(row.epoch, 0)) for row in rows
    ]
    beyond += [one.seq - reach.get(one.epoch, 0) for one in _unknown(rows, heard)]
    missing = sum(count for count in beyond if count > 0)
    return (Notice(code="entries_missing", data={"count": missing}),) if missing else ()


def _unknown(rows: Iterable[DeviceEpoch], heard: Iterable[HeardMark]) -> list[HeardMark]:
    known = {row.epoch for row in rows}
    return [one for one in heard if one.seq and one.epoch not in known]


def _by_device(rows: Iterable[_OfDevice]) -> Mapping[str, list[_OfDevice]]:
    found: dict[str, list[_OfDevice]] = {}
    for row in rows:
        found.setdefault(row.device, []).append(row)
    return found


def _of_chain(tx: UnitOfWork, row: DeviceEpoch, holed: bool) -> list[ChainGap]:
    left = row.over_at is not None
    holes = tx.entries.gaps(row.device, row.epoch, row.contiguous_seq, MOST_GAPS) if holed else ()
    found = [
        ChainGap(row.device, row.epoch, first, last, _seen(tx, row, last + 1), left) for first, last in holes
    ]
    arrived = max(row.high_seq, row.contiguous_seq)
    if row.reported_seq > arrived and row.reported_at is not None:
        tail = ChainGap(row.device, row.epoch, arrived + 1, row.reported_seq, row.reported_at, left)
        found.append(tail)
    return found


def _seen(tx: UnitOfWork, row: DeviceEpoch, seq: int) -> datetime:
    """When the entry behind a hole arrived, which showed that there is one."""
    return min(record.received_at for record in tx.entries.at_places(row.device, row.epoch, (seq,)))
