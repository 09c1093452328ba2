"""Holds a device's chains against what it claims of them, and keeps when both agreed wholly."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sync.protocol.verification import (
    DifferingRange,
    PlacedEntry,
    RangeClaim,
    ToldRange,
    VerifyAnswer,
    VerifyRequest,
    summed,
)
from sync.server.clock import Clock
from sync.server.storage.records import Device, DeviceEpoch
from sync.server.storage.store import Store, UnitOfWork

LOG = logging.getLogger(__name__)


class Verification:
    """One ordered reading of seq, hash and rupiah answers every range of a chain that lies side by side."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def compare(self, device: Device, request: VerifyRequest) -> VerifyAnswer:
        """What is here otherwise than claimed. Agreement on all that is known of a device is kept with the device."""
        at = self._clock.now()
        with self._store.reading() as tx:
            differing = tuple(_differing(tx, device.device, request.ranges))
            lacking, otherwise = _told(tx, device.device, request.told)
            whole = not differing and not request.told and _covers(tx, device.device, request.ranges)
        if whole:
            with self._store.transaction() as tx:
                tx.devices.verified(device.device, at)
        if differing or request.told:
            LOG.warning(
                "chains_differ",
                extra={
                    "device": device.device,
                    "ranges": len(differing),
                    "lacking": len(lacking),
                    "otherwise": len(otherwise),
                },
            )
        return VerifyAnswer(compared_at=at, differing=differing, lacking=lacking, otherwise=otherwise)


def _differing(tx: UnitOfWork, device: str, claims: Iterable[RangeClaim]) -> Iterator[DifferingRange]:
    for together in _side_by_side(sorted(claims, key=lambda one: (one.epoch, one.first_seq))):
        epoch, first, last = together[0].epoch, together[0].first_seq, together[-1].last_seq
        bounds = [(claim.first_seq, claim.last_seq) for claim in together]
        held = summed(tx.entries.chain(device, epoch, first, last), bounds)
        for claim, found in zip(together, held, strict=True):
            if (claim.count, claim.rupiah, claim.digest) != (found.count, found.rupiah, found.digest):
                yield DifferingRange(
                    epoch=epoch, first_seq=claim.first_seq, last_seq=claim.last_seq, count=found.count
                )


def _side_by_side(claims: Sequence[RangeClaim]) -> Iterator[list[RangeClaim]]:
    """Ranges without a place between them, together."""
    run: list[RangeClaim] = []
    for claim in claims:
        if run and (run[-1].epoch, run[-1].last_seq + 1) != (claim.epoch, claim.first_seq):
            yield run
            run = []
        run.append(claim)
    if run:
        yield run


def _told(
    tx: UnitOfWork, device: str, told: Iterable[ToldRange]
) -> tuple[tuple[PlacedEntry, ...], tuple[PlacedEntry, ...]]:
    """Told entries that are not here, and what stands in their ranges instead."""
    lacking: list[PlacedEntry] = []
    otherwise: list[PlacedEntry] = []
    for epoch, ranges in groupby(sorted(told, key=lambda one: one.epoch), key=lambda one: one.epoch):
        of_epoch = tuple(ranges)
        places = [seq for one in of_epoch for seq in range(one.first_seq, one.last_seq + 1)]
        here = tx.entries.at_places(device, epoch, places)
        stored = {(record.seq, record.hash) for record in here}
        standing = {(record.seq, record.hash) for record in here if not record.aside}
        claimed = {(entry.seq, entry.hash) for one in of_epoch for entry in one.entries}
        lacking += [PlacedEntry(epoch=epoch, seq=seq, hash=own) for seq, own in sorted(claimed - stored)]
        otherwise += [PlacedEntry(epoch=epoch, seq=seq, hash=own) for seq, own in sorted(standing - claimed)]
    return tuple(lacking), tuple(otherwise)


def _covers(tx: UnitOfWork, device: str, claims: Iterable[RangeClaim]) -> bool:
    """Whether claims speak of every chain as far as it is known to reach, here or at any store."""
    reach = {claim.epoch: claim.last_seq for claim in claims if claim.first_seq == 1}
    return all(reach.get(row.epoch, 0) >= _known_reach(row) for row in tx.devices.epochs(device))


def _known_reach(row: DeviceEpoch) -> int:
    return max(row.high_seq, row.reported_seq)
