"""What a store of a device lacks of its own chains goes back to it through the feed, each entry once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from sync.protocol.canonical import canonical_bytes
from sync.protocol.feed import RecordPayload
from sync.protocol.messages import Mark
from sync.server.services.verdict_rows import is_nameable, verdict_of
from sync.server.storage.records import Device, DeviceEpoch, EntryRecord, FeedItem, StoredEntry
from sync.server.storage.store import UnitOfWork

RECORD = "record"
_STRIDE = 100
"""So many places of a chain are read at once on the way back to where it forked."""


def in_doubt(
    rows: Iterable[DeviceEpoch], marks: Iterable[Mark], granted: int | None = None
) -> tuple[DeviceEpoch, ...]:
    """The chains of which a store may lack something: those up to its own epoch that end elsewhere with it.

    One that is only longer there, in an epoch that nobody has left, waits to be sent. `granted`: the epoch that
    the store has from now on.
    """
    ends = {mark.epoch: mark for mark in marks}
    own = granted or max(ends, default=0)
    return tuple(row for row in rows if row.epoch <= own and row.high_seq and _differs(row, ends))


def _differs(row: DeviceEpoch, ends: Mapping[int, Mark]) -> bool:
    end = ends.get(row.epoch)
    if end is None or end.seq < row.high_seq:
        return True
    return end.head_hash != row.head_hash and (end.seq == row.high_seq or row.over_at is not None)


def recall(
    tx: UnitOfWork, device: Device, marks: Iterable[Mark], at: datetime, granted: int | None = None
) -> None:
    """Put into the agent's feed what stands in the device's chains and its store lacks.

    A row names the entry and holds no personal data; it serves every store of the device for ever, so an entry
    has at most one. A store that forked gets what stands beside its own entries once those have arrived. No mark
    tells of what is kept aside: it goes back where a chain differs, and with every epoch that is granted. The
    caller holds the lock of the agent's stream.
    """
    ends = {mark.epoch: mark for mark in marks}
    rows = tx.devices.epochs(device.device)
    lacking: list[EntryRecord] = []
    for row in in_doubt(rows, ends.values(), granted):
        shared = _shared(tx, row, ends.get(row.epoch))
        if shared is not None:
            lacking.extend(tx.entries.standing_above(device.device, row.epoch, shared))
            lacking.extend(tx.entries.beside(device.device, row.epoch))
    if granted is not None:
        for row in rows:
            beside = tx.entries.beside(device.device, row.epoch)
            lacking.extend((*beside, *_rivals(tx, device, beside)))
    there = _named_before(tx, device) if lacking or granted else {}
    if granted is not None and there:
        lacking.extend(_overtaken(tx, [row for row in rows if row.over_at is not None], there))
    _name(tx, device, lacking, there, at)


def share(
    tx: UnitOfWork,
    device: Device,
    epochs: Mapping[int, DeviceEpoch],
    arrived: Iterable[EntryRecord],
    at: datetime,
) -> None:
    """Send what arrives in an epoch that is over to every store of the device: one of them may pass it by.

    A store that got the later part of a chain back tells by its mark that it lacks nothing.
    """
    late = [
        record for record in arrived if record.epoch in epochs and epochs[record.epoch].over_at is not None
    ]
    if late:
        _name(tx, device, [*late, *_rivals(tx, device, late)], _named_before(tx, device), at)


def _rivals(tx: UnitOfWork, device: Device, records: Iterable[EntryRecord]) -> Iterator[EntryRecord]:
    """What lies at the places of entries that are kept aside.

    A store may have the newest entry of a chain that stands here and others than stand here below it: its later part
    arrived before the part at which the chain forks.
    """
    places: dict[int, set[int]] = {}
    for record in records:
        if record.aside:
            places.setdefault(record.epoch, set()).add(record.seq)
    for epoch, seqs in places.items():
        yield from tx.entries.at_places(device.device, epoch, sorted(seqs))


def _named_before(tx: UnitOfWork, device: Device) -> Mapping[str, int]:
    """Where in the agent's feed each entry went back."""
    return {item.payload: item.position for item in tx.feed.of_kind(device.agent_id, RECORD)}


def _overtaken(
    tx: UnitOfWork, over: Iterable[DeviceEpoch], there: Mapping[str, int]
) -> Iterator[EntryRecord]:
    """Entries of a chain that is over which arrived after others of it had gone back already."""
    for row in over:
        standing = tx.entries.standing_above(row.device, row.epoch, 0)
        begun = [there[name] for record in standing if (name := reference(record)) in there]
        if begun:
            yield from (record for record in standing if record.feed_position > min(begun))


def _name(
    tx: UnitOfWork,
    device: Device,
    records: Iterable[EntryRecord],
    there: Mapping[str, int],
    at: datetime,
) -> None:
    named = dict.fromkeys(reference(record) for record in records if is_nameable(record))
    fresh = [name for name in named if name not in there]
    if fresh:
        tx.feed.extend(device.agent_id, RECORD, at, fresh)


def reference(record: EntryRecord) -> str:
    """How a row of the feed names an entry."""
    return canonical_bytes({"device": record.device, "hash": record.hash}).decode()


def _shared(tx: UnitOfWork, row: DeviceEpoch, end: Mark | None) -> int | None:
    """How far a store's chain is the one that stands here; None while its newest entry has not arrived.

    A server that was set back may have what comes behind that entry, and not the entry.
    """
    if end is None:
        return 0
    seq, digest = end.seq, end.head_hash
    behind = tx.entries.at_places(row.device, row.epoch, [seq + 1])
    if any(record.prev_hash == digest and not record.aside for record in behind):
        return seq
    near: dict[tuple[int, str], EntryRecord] = {}
    floor = seq + 1
    while seq > 0:
        if seq < floor:
            floor = max(seq - _STRIDE + 1, 1)
            places = tx.entries.at_places(row.device, row.epoch, range(floor, seq + 1))
            near = {(record.seq, record.hash): record for record in places}
        found = near.get((seq, digest))
        if found is None:
            return None
        if not found.aside:
            return seq
        seq, digest = seq - 1, found.prev_hash
    return 0


def named_entries(tx: UnitOfWork, device: str, items: Iterable[FeedItem]) -> Mapping[str, StoredEntry]:
    """The entries of a device that rows of the feed bring back, by hash."""
    names = [json.loads(item.payload) for item in items if item.kind == RECORD]
    wanted = [name["hash"] for name in names if name["device"] == device]
    return {stored.record.hash: stored for stored in tx.entries.stored(device, wanted)}


def payload_of(stored: StoredEntry) -> RecordPayload:
    """An entry as it goes back: its bytes, its personal part unless that was purged, the verdict that stands.

    What is no text goes back altered, and its hash says so.
    """
    return RecordPayload(
        raw=stored.raw.decode(errors="replace"),
        personal=None if stored.personal is None else stored.personal.decode(errors="replace"),
        hash=stored.record.hash,
        verdict=verdict_of(stored.record),
    )
