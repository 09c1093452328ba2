"""Where an arriving entry stands: new, a replay, another content under a known id, or off the chain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sync.server.domain.arrivals import Arrival
from sync.server.storage.records import DeviceEpoch, EntryRecord

EPOCH_UNKNOWN = "epoch_unknown"
"""Why an entry is kept aside whose epoch nobody granted, as far as the server knows."""


class Standing(StrEnum):
    """How an arrival is stored."""

    NEW = "new"
    SAME = "same"
    ID_CONFLICT = "id_conflict"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Placement:
    """An arrival's standing; `stored` is the row of a replay, `code` says why an entry is kept aside."""

    arrival: Arrival
    standing: Standing
    code: str | None = None
    stored: EntryRecord | None = None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Entries of the device that are stored already: by hash, by id, and by place in the chain."""

    by_hash: Mapping[str, EntryRecord]
    by_id: Mapping[str, EntryRecord]
    by_place: Mapping[tuple[int, int], tuple[EntryRecord, ...]]


def neighbours(known: Iterable[EntryRecord], placed: Iterable[EntryRecord], device: str) -> Neighbours:
    """Look-ups over what the store answered."""
    listed = tuple(known)
    places: dict[tuple[int, int], list[EntryRecord]] = {}
    for record in placed:
        places.setdefault((record.epoch, record.seq), []).append(record)
    return Neighbours(
        by_hash={record.hash: record for record in listed if record.device == device},
        by_id={record.entry_id: record for record in listed if record.seq},
        by_place={place: tuple(records) for place, records in places.items()},
    )


@dataclass(slots=True)
class _Chain:
    """The hashes that stand at each place, and those kept aside there, while a batch is gone through."""

    standing: dict[tuple[int, int], str] = field(default_factory=dict)
    before: dict[tuple[int, int], str] = field(default_factory=dict)
    aside: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)


def place(
    arrivals: Sequence[Arrival], device: str, epochs: Mapping[int, DeviceEpoch], stored: Neighbours
) -> tuple[Placement, ...]:
    """Place every arrival, each content once, in the order of the batch.

    A hole in the chain is a gap and no fault; an entry that contradicts a stored neighbour, or follows one
    that did, is kept aside as a fork (sync/README.md, "Exchange"). An id is held by the content that came first
    under it, wherever that stands.
    """
    chain = _Chain()
    for at, records in stored.by_place.items():
        for record in records:
            if record.aside:
                chain.aside.setdefault(at, set()).add(record.hash)
            else:
                chain.standing[at], chain.before[at] = record.hash, record.prev_hash
    placements: dict[str, Placement] = {}
    for arrival in arrivals:
        if arrival.hash not in placements:
            placements[arrival.hash] = _place(arrival, device, epochs, stored, chain)
    return tuple(placements.values())


def _place(
    arrival: Arrival, device: str, epochs: Mapping[int, DeviceEpoch], stored: Neighbours, chain: _Chain
) -> Placement:
    replayed = stored.by_hash.get(arrival.hash)
    if replayed is not None:
        return Placement(arrival, Standing.SAME, stored=replayed)
    at = (arrival.epoch, arrival.seq)
    if arrival.entry_id in stored.by_id or arrival.entry_id in chain.ids:
        chain.aside.setdefault(at, set()).add(arrival.hash)
        return Placement(arrival, Standing.ID_CONFLICT, "id_conflict")
    code = _fault_of_place(arrival, device, epochs, chain)
    if code is not None:
        chain.aside.setdefault(at, set()).add(arrival.hash)
        if arrival.seq:
            chain.ids.add(arrival.entry_id)
        return Placement(arrival, Standing.ASIDE, code)
    chain.ids.add(arrival.entry_id)
    chain.standing[at], chain.before[at] = arrival.hash, arrival.prev_hash
    return Placement(arrival, Standing.NEW)


def _fault_of_place(
    arrival: Arrival, device: str, epochs: Mapping[int, DeviceEpoch], chain: _Chain
) -> str | None:
    if arrival.seq == 0:
        return "unreadable"
    if arrival.device != device:
        return "foreign_device"
    epoch = epochs.get(arrival.epoch)
    if epoch is None:
        return EPOCH_UNKNOWN
    at = (arrival.epoch, arrival.seq)
    previous, following = (arrival.epoch, arrival.seq - 1), (arrival.epoch, arrival.seq + 1)
    if at in chain.standing:
        return "fork"
    if arrival.seq == 1:
        expected: str | None = epoch.start_hash
    else:
        expected = chain.standing.get(previous)
    if expected is None and arrival.prev_hash in chain.aside.get(previous, ()):
        return "fork"
    if expected is not None and arrival.prev_hash != expected:
        return "fork"
    claimed = chain.before.get(following)
    return "fork" if claimed is not None and claimed != arrival.hash else None
