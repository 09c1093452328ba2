"""Which entries of a device are known to exist and have not arrived: the gaps of its chains (sync/README.md, S7)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sync.protocol.messages import Mark, Notice
from sync.server.storage.chain_records import HeardMark
from sync.server.storage.records import DeviceEpoch
from sync.server.storage.store import UnitOfWork

MOST_GAPS = 100


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
    """Every gap of a device, by epoch and place; at most `MOST_GAPS` of an epoch.

    A chain that a store told of and the server does not know is one gap, whole.
    """
    rows = tx.devices.epochs(device)
    found = [gap for row in rows for gap in _of_chain(tx, row)]
    newest = max((row.epoch for row in rows), default=0)
    found += [
        ChainGap(device, one.epoch, 1, one.seq, one.heard_at, left=one.epoch < newest)
        for one in _unknown(rows, tx.devices.heard(device))
    ]
    return tuple(sorted(found, key=lambda gap: (gap.epoch, gap.first_seq)))


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


def _of_chain(tx: UnitOfWork, row: DeviceEpoch) -> list[ChainGap]:
    left = row.over_at is not None
    found = [
        ChainGap(row.device, row.epoch, first, last, _seen(tx, row, last + 1), left)
        for first, last in tx.entries.gaps(row.device, row.epoch, row.contiguous_seq, MOST_GAPS)
    ]
    arrived = max(row.high_seq, row.contiguous_seq)
    if row.reported_seq > arrived and row.reported_at is not None:
        tail = ChainGap(row.device, row.epoch, arrived + 1, row.reported_seq, row.reported_at, left)
        found.append(tail)
    return found


def _seen(tx: UnitOfWork, row: DeviceEpoch, seq: int) -> datetime:
    """When the entry behind a hole arrived, which showed that there is one."""
    return min(record.received_at for record in tx.entries.at_places(row.device, row.epoch, (seq,)))
