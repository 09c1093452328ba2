"""Entries in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from sync.server.storage.records import (
    EntryRecord,
    StoredEntry,
)
from tests.support.memory_store.tables import Tables


class MemoryEntries:
    """Fulfils `EntryPort`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add(self, entries: Sequence[StoredEntry]) -> None:
        for entry in entries:
            key = (entry.record.device, entry.record.hash)
            self._tables.entries.add(key, entry.record)
            self._tables.raw.put(key, entry.raw)
            if entry.personal is not None and key not in self._tables.personal:
                self._tables.personal.add(key, entry.personal)

    def stand(self, device: str, hashes: Collection[str]) -> None:
        for digest in hashes:
            record = self._tables.entries.get((device, digest))
            if record is not None:
                self._tables.entries.put((device, digest), replace(record, aside=False))

    def known(
        self, device: str, hashes: Collection[str], entry_ids: Collection[str]
    ) -> tuple[EntryRecord, ...]:
        wanted, ids = set(hashes), set(entry_ids)
        return tuple(
            record
            for record in self._tables.entries
            if (record.device == device and record.hash in wanted) or record.entry_id in ids
        )

    def at_places(self, device: str, epoch: int, seqs: Collection[int]) -> tuple[EntryRecord, ...]:
        wanted = set(seqs)
        return tuple(
            record
            for record in self._tables.entries
            if record.device == device and record.epoch == epoch and record.seq in wanted
        )

    def standing_above(self, device: str, epoch: int, after: int) -> tuple[EntryRecord, ...]:
        found = [
            record
            for record in self._tables.entries
            if (record.device, record.epoch) == (device, epoch) and record.seq > after and not record.aside
        ]
        return tuple(sorted(found, key=lambda record: record.seq))

    def beside(self, device: str, epoch: int) -> tuple[EntryRecord, ...]:
        found = [
            record
            for record in self._tables.entries
            if (record.device, record.epoch) == (device, epoch) and record.aside
        ]
        return tuple(sorted(found, key=lambda record: (record.seq, record.hash)))

    def chain(self, device: str, epoch: int, first: int, last: int) -> Iterator[tuple[int, str, int]]:
        for record in self.standing_above(device, epoch, first - 1):
            if record.seq <= last:
                receipt = self._tables.receipts.get((device, record.hash))
                yield record.seq, record.hash, 0 if receipt is None else receipt.total

    def stored(self, device: str, hashes: Collection[str]) -> tuple[StoredEntry, ...]:
        wanted = set(hashes)
        return self._stored(lambda record: record.device == device and record.hash in wanted)

    def entry(self, entry_id: str) -> StoredEntry | None:
        found = self.of_ids([entry_id])
        return found[0] if found else None

    def of_ids(self, entry_ids: Collection[str]) -> tuple[StoredEntry, ...]:
        wanted = set(entry_ids)
        return self._stored(lambda record: record.entry_id in wanted and not record.aside)

    def begun(self, action_ids: Collection[str]) -> frozenset[str]:
        wanted = set(action_ids)
        return frozenset(record.action_id for record in self._tables.entries if record.action_id in wanted)

    def of_actions(self, action_ids: Collection[str]) -> tuple[StoredEntry, ...]:
        wanted = set(action_ids)
        return self._stored(lambda record: record.action_id in wanted)

    def of_workers(self, worker_ids: Collection[str], kinds: Collection[str]) -> tuple[StoredEntry, ...]:
        workers, wanted = set(worker_ids), set(kinds)
        found = self._stored(
            lambda record: (
                record.worker_id in workers
                and record.kind in wanted
                and (not record.aside or self._kept(record))
            )
        )
        return tuple(sorted(found, key=lambda stored: stored.record.received_at))

    def _kept(self, record: EntryRecord) -> bool:
        """Whether a person kept an entry that lies beside the chain."""
        review = self._tables.reviews.get(record.entry_id)
        return (
            review is not None
            and review.entry_hash == record.hash
            and review.state not in ("held", "refused")
        )

    def workers_on(self, device: str) -> frozenset[str]:
        return frozenset(worker_id for worker_id, _ in self._about(device))

    def hashes_about(self, device: str, worker_ids: Collection[str]) -> frozenset[tuple[str, str]]:
        wanted = set(worker_ids)
        return frozenset(pair for pair in self._about(device) if pair[0] in wanted)

    def _about(self, device: str) -> Iterator[tuple[str, str]]:
        """Workers, each with the hash of an entry of a device that is about them."""
        for record in self._tables.entries:
            own = record.entry_id if record.kind == "enrolment" else None
            subject = record.worker_id or own
            if record.device == device and subject is not None:
                yield subject, record.hash
        for line in self._tables.lines:
            if line.device == device and line.worker_id is not None:
                yield line.worker_id, line.hash

    def gaps(self, device: str, epoch: int, after: int, limit: int) -> tuple[tuple[int, int], ...]:
        present = sorted({after, *(seq for seq in self._seqs(device, epoch) if seq > after)})
        return tuple((low + 1, high - 1) for low, high in pairwise(present) if high > low + 1)[:limit]

    def contiguous(self, device: str, epoch: int, after: int) -> int:
        gap = self.gaps(device, epoch, after, 1)
        return gap[0][0] - 1 if gap else max((after, *self._seqs(device, epoch)))

    def newest_recorded_at(self) -> datetime | None:
        return max((record.recorded_at for record in self._tables.entries), default=None)

    def count(self) -> int:
        return len(self._tables.entries)

    def _seqs(self, device: str, epoch: int) -> Iterable[int]:
        return [
            record.seq for record in self._tables.entries if record.device == device and record.epoch == epoch
        ]

    def _stored(self, fits: Callable[[EntryRecord], bool]) -> tuple[StoredEntry, ...]:
        found = sorted(
            (record for record in self._tables.entries if fits(record)),
            key=lambda record: (record.agent_id, record.feed_position),
        )
        return tuple(self._whole(record) for record in found)

    def _whole(self, record: EntryRecord) -> StoredEntry:
        key = (record.device, record.hash)
        raw = self._tables.raw.get(key)
        assert raw is not None
        return StoredEntry(record, raw, self._tables.personal.get(key))
