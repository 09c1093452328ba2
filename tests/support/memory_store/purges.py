"""Purges in memory."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sync.protocol.canonical import canonical_bytes
from sync.server.storage.purge_records import PurgedPart
from sync.server.storage.records import EntryRecord, StoredEntry
from tests.support.memory_store.tables import Tables


class MemoryPurges:
    """Fulfils `PurgePort`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def people(self, after: str, limit: int) -> tuple[str, ...]:
        found = {
            subject
            for record in self._tables.entries
            if (record.device, record.hash) in self._tables.personal
            and (subject := _subject(record)) is not None
            and subject > after
        }
        return tuple(sorted(found)[:limit])

    def withdrawn(self, after: str, limit: int) -> tuple[str, ...]:
        asked = {
            review.worker_id
            for review in self._tables.reviews
            if (review.kind, review.state) == ("consent_withdrawal", "approved")
        }
        found = [one for one in self.people(after, len(self._tables.entries)) if one in asked]
        return tuple(found[:limit])

    def about(self, worker_ids: Collection[str]) -> tuple[tuple[str, StoredEntry], ...]:
        found = [
            (subject, self._stored(record))
            for record in self._tables.entries
            if (subject := _subject(record)) is not None and subject in worker_ids
        ]
        return tuple(sorted(found, key=lambda one: (one[1].record.device, one[1].record.hash)))

    def loose(self, after: tuple[str, str], limit: int) -> tuple[StoredEntry, ...]:
        found = [
            self._stored(record)
            for record in self._tables.entries
            if _subject(record) is None
            and record.kind != "deposit"
            and (record.device, record.hash) in self._tables.personal
            and (record.device, record.hash) > after
        ]
        return tuple(sorted(found, key=lambda one: (one.record.device, one.record.hash))[:limit])

    def unsettled(self, worker_ids: Collection[str]) -> frozenset[str]:
        return frozenset(
            line.worker_id
            for line in self._tables.lines
            if line.worker_id in worker_ids
            and line.worker_id is not None
            and (line.bucket in ("under_review", "held") or line.requested)
        )

    def naming(self, device: str, hashes: Collection[str]) -> tuple[tuple[str, str], ...]:
        found = {
            (use.sha256, use.owner)
            for use in self._tables.uses
            if use.device == device and use.sha256 in hashes
        }
        return tuple(sorted(found))

    def erase(self, device: str, hashes: Collection[str]) -> None:
        for digest in hashes:
            self._tables.personal.drop((device, digest))

    def forget(self, worker_ids: Collection[str]) -> None:
        for item in self._tables.feed:
            if item.kind == "worker" and json.loads(item.payload)["worker_id"] in worker_ids:
                self._tables.feed.drop((item.stream, item.position))
        for claim in self._tables.workers:
            if claim.worker_id in worker_ids:
                self._tables.workers.drop(claim.nik)

    def wordless(self, review_ids: Collection[str], entry_ids: Collection[str]) -> None:
        for move in self._tables.moves:
            if move.entry_id in review_ids:
                self._tables.moves.put((move.entry_id, move.number), replace(move, note=None, comments="[]"))
        for saying in self._tables.sayings:
            if saying.first_id in review_ids or saying.second_id in review_ids:
                key = (saying.first_id, saying.second_id, saying.number)
                self._tables.sayings.put(key, replace(saying, note=None))
        streams = {one.agent_id for one in self._tables.reviews if one.entry_id in review_ids}
        for item in self._tables.feed:
            if item.kind == "decision" and item.stream in streams:
                told = json.loads(item.payload)
                if told["entry_id"] in entry_ids:
                    left = {name: value for name, value in told.items() if name not in ("note", "kpj")}
                    payload = canonical_bytes({**left, "comments": []}).decode()
                    self._tables.feed.put((item.stream, item.position), replace(item, payload=payload))

    def drop_photos(self, device: str, hashes: Collection[str], at: datetime) -> None:
        for sha256 in hashes:
            blob = self._tables.blobs.get((device, sha256))
            if blob is not None and blob.purged_at is None:
                self._tables.blobs.put((device, sha256), replace(blob, purged_at=at))

    def dropped(self, limit: int) -> tuple[tuple[str, str], ...]:
        found = [
            (blob.device, blob.sha256)
            for blob in self._tables.blobs
            if blob.purged_at is not None and blob.received
        ]
        return tuple(sorted(found)[:limit])

    def swept(self, device: str, sha256: str) -> None:
        blob = self._tables.blobs.get((device, sha256))
        if blob is not None and blob.purged_at is not None:
            self._tables.blobs.put((device, sha256), replace(blob, received=0, complete_at=None))

    def note(self, parts: Sequence[PurgedPart]) -> None:
        for part in parts:
            if (part.device, part.hash, part.digest) not in self._tables.purged:
                self._tables.purged.add((part.device, part.hash, part.digest), part)

    def noted(self, worker_ids: Collection[str], entry_ids: Collection[str]) -> tuple[PurgedPart, ...]:
        found = [
            part for part in self._tables.purged if part.worker_id in worker_ids or part.entry_id in entry_ids
        ]
        return tuple(sorted(found, key=lambda one: (one.number, one.device, one.hash, one.digest)))

    def noted_of(self, device: str, hashes: Collection[str]) -> frozenset[str]:
        return frozenset(
            part.hash
            for part in self._tables.purged
            if part.device == device and part.hash in hashes and part.part == "personal"
        )

    def _stored(self, record: EntryRecord) -> StoredEntry:
        key = (record.device, record.hash)
        return StoredEntry(record, self._tables.raw.get(key) or b"", self._tables.personal.get(key))


def _subject(record: EntryRecord) -> str | None:
    return record.worker_id or (record.entry_id if record.kind == "enrolment" else None)
