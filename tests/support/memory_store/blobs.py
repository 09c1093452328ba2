"""Pictures in memory: their rows, and their bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace

from sync.server.storage.blob_records import BlobRecord
from tests.support.memory_store.tables import Tables


class MemoryBlobs:
    """Fulfils `BlobPort`."""

    def __init__(self, tables: Tables) -> None:
        self._blobs = tables.blobs

    def want(self, blobs: Sequence[BlobRecord]) -> None:
        for blob in blobs:
            if (blob.device, blob.sha256) not in self._blobs:
                self._blobs.add((blob.device, blob.sha256), blob)

    def blob(self, device: str, sha256: str) -> BlobRecord | None:
        return self._blobs.get((device, sha256))

    def blobs(self, device: str, hashes: Collection[str]) -> tuple[BlobRecord, ...]:
        return tuple(one for one in self._of(device) if one.sha256 in hashes)

    def put(self, blob: BlobRecord) -> None:
        before = self._blobs.get((blob.device, blob.sha256))
        if before is not None:
            after = replace(
                before,
                received=blob.received,
                complete_at=blob.complete_at,
                lost=blob.lost,
                lost_at=blob.lost_at,
            )
            self._blobs.put((blob.device, blob.sha256), after)

    def wanted(self, device: str, limit: int) -> tuple[str, ...]:
        return tuple(one.sha256 for one in self.missing(device) if one.lost is None)[:limit]

    def missing(self, device: str) -> tuple[BlobRecord, ...]:
        return tuple(one for one in self._of(device) if one.complete_at is None and one.purged_at is None)

    def whole_after(self, device: str, sha256: str, limit: int) -> tuple[BlobRecord, ...]:
        whole = [one for one in self._blobs if one.complete_at is not None and one.purged_at is None]
        above = [one for one in whole if (one.device, one.sha256) > (device, sha256)]
        return tuple(sorted(above, key=lambda one: (one.device, one.sha256))[:limit])

    def _of(self, device: str) -> list[BlobRecord]:
        found = [one for one in self._blobs if one.device == device]
        return sorted(found, key=lambda one: (one.wanted_at, one.sha256))


class MemoryBlobFiles:
    """Fulfils `BlobFiles`; like a disk it outlives the server that wrote it. `fails`: nothing can be thrown away."""

    def __init__(self) -> None:
        self.content: dict[tuple[str, str], bytes] = {}
        self.fails = False

    def size(self, device: str, sha256: str) -> int:
        return len(self.content.get((device, sha256), b""))

    def append(self, device: str, sha256: str, offset: int, piece: bytes) -> None:
        self.content[device, sha256] = self.content.get((device, sha256), b"")[:offset] + piece

    def digest(self, device: str, sha256: str) -> str:
        return hashlib.sha256(self.content.get((device, sha256), b"")).hexdigest()

    def read(self, device: str, sha256: str) -> bytes:
        return self.content.get((device, sha256), b"")

    def drop(self, device: str, sha256: str) -> None:
        if self.fails:
            raise OSError("disk")
        self.content.pop((device, sha256), None)
