"""Takes pictures in, piece by piece: only what entries name, only at the offset that is durable here."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from sync.protocol.blobs import LARGEST_BLOB, BlobStanding, LostCode
from sync.server.clock import Clock
from sync.server.domain.arrivals import Arrival
from sync.server.refusals import Refusal
from sync.server.storage.blob_records import BlobRecord
from sync.server.storage.ports.blob_files import BlobFiles
from sync.server.storage.records import Device
from sync.server.storage.store import Store, UnitOfWork

LOG = logging.getLogger(__name__)
MOST_WANTED = 100
RETRY_SECONDS = 30
_LOCKS = 64
_PAGE = 1_000


def note_wanted(tx: UnitOfWork, device: Device, arrivals: Iterable[Arrival], at: datetime) -> None:
    """Note the pictures that arrivals name, in the transaction that stores them."""
    named = {blob.sha256: blob.length for arrival in arrivals for blob in arrival.blobs}
    rows = [BlobRecord(device.device, sha256, length, at) for sha256, length in named.items()]
    tx.blobs.want([row for row in rows if row.length <= LARGEST_BLOB])


class Blobs:
    """One door for pictures. A row says how many bytes are durable, a file holds them and may hold more.

    A piece is on the disk before its row is committed, and its row before it is acknowledged: after a crash at
    any point the row names a beginning of the picture that is there, and what lies beyond it is cut off.
    """

    def __init__(self, store: Store, clock: Clock, files: BlobFiles) -> None:
        self._store = store
        self._clock = clock
        self._files = files
        self._locks = tuple(threading.Lock() for _ in range(_LOCKS))

    def standing(self, device: Device, sha256: str) -> BlobStanding:
        """How much of a picture is here. Refusals: 404 `blob_unknown`, 503 `store_unavailable`."""
        with self._alone(device, sha256):
            blob = self._known(device, sha256)
            return _standing(blob, self._durable(blob))

    def append(self, device: Device, sha256: str, offset: int, piece: bytes) -> BlobStanding:
        """Put a piece at the offset that is durable here; a picture that is whole stays as it is.

        Refusals: 404 `blob_unknown`; 409 `offset_differs` with the right `offset`; 422 `piece_empty`,
        `length_differs` (more than its entry names), `blob_differs` (all is here and is another picture: it was
        thrown away, the offset is 0); 503 `store_unavailable`.
        """
        with self._alone(device, sha256):
            blob = self._known(device, sha256)
            durable = self._durable(blob)
            if _whole(blob, durable):
                return _standing(blob, durable)
            if offset != durable:
                raise Refusal("offset_differs", 409, offset=durable)
            if not piece:
                raise Refusal("piece_empty", 422)
            reached = durable + len(piece)
            if reached > blob.length:
                raise Refusal("length_differs", 422, length=blob.length)
            self._files.append(device.device, sha256, durable, piece)
            if reached == blob.length and self._files.digest(device.device, sha256) != sha256:
                self._throw_away(blob)
            at = self._clock.now()
            complete_at = at if reached == blob.length else None
            after = replace(blob, received=reached, complete_at=complete_at, lost=None, lost_at=None)
            self._put(after)
            return _standing(after, reached)

    def lose(self, device: Device, sha256: str, code: LostCode) -> BlobStanding:
        """Note that a store of the device has not got a picture, so that the branch sees it; one that is whole stays.

        Refusals: 404 `blob_unknown`, 503 `store_unavailable`.
        """
        with self._alone(device, sha256):
            blob = self._known(device, sha256)
            durable = self._durable(blob)
            if not _whole(blob, durable):
                self._put(
                    replace(blob, received=durable, complete_at=None, lost=code, lost_at=self._clock.now())
                )
                LOG.warning("blob_lost", extra={"device": device.device, "blob": sha256, "code": code})
            return _standing(blob, durable)

    def recheck(self) -> int:
        """At start: want again what was whole and whose file is not; answers how many pictures that are.

        A folder that was set back, or emptied, is filled again from the laptops. Each page of pictures is one transaction:
        whoever is killed on the way begins again, and finds no more than what is left.
        """
        gone = 0
        place = ("", "")
        while True:
            with self._store.reading() as tx:
                page = tx.blobs.whole_after(*place, _PAGE)
            if not page:
                return gone
            place = (page[-1].device, page[-1].sha256)
            lost = [
                replace(blob, received=durable, complete_at=None)
                for blob in page
                if (durable := self._durable(blob)) < blob.length
            ]
            self._put(*lost)
            for blob in lost:
                LOG.warning("blob_gone", extra={"device": blob.device, "blob": blob.sha256})
            gone += len(lost)

    def _throw_away(self, blob: BlobRecord) -> None:
        """Forget the row's bytes before the file's: in between the file is only longer than the row says."""
        self._put(replace(blob, received=0))
        self._files.drop(blob.device, blob.sha256)
        LOG.warning("blob_differs", extra={"device": blob.device, "blob": blob.sha256})
        raise Refusal("blob_differs", 422, offset=0)

    def _known(self, device: Device, sha256: str) -> BlobRecord:
        with self._store.reading() as tx:
            blob = tx.blobs.blob(device.device, sha256)
        if blob is None:
            raise Refusal("blob_unknown", 404)
        return blob

    def _durable(self, blob: BlobRecord) -> int:
        """Bytes that are here for good: acknowledged by the row, and still in the file."""
        return min(blob.received, self._files.size(blob.device, blob.sha256))

    def _put(self, *blobs: BlobRecord) -> None:
        if not blobs:
            return
        with self._store.transaction() as tx:
            for blob in blobs:
                tx.blobs.put(blob)

    @contextmanager
    def _alone(self, device: Device, sha256: str) -> Iterator[None]:
        """One request at a time for a picture; a disk that does not serve says later, not no."""
        with self._locks[hash((device.device, sha256)) % _LOCKS]:
            try:
                yield
            except OSError as error:
                LOG.warning("blob_folder_unavailable", extra={"reason": type(error).__name__})
                raise Refusal("store_unavailable", seconds=RETRY_SECONDS) from error


def _whole(blob: BlobRecord, durable: int) -> bool:
    """Whether nothing more is wanted: all is here, or was and has been erased."""
    return blob.purged_at is not None or (blob.complete_at is not None and durable == blob.length)


def _standing(blob: BlobRecord, durable: int) -> BlobStanding:
    whole = _whole(blob, durable)
    offset = blob.length if whole else durable
    return BlobStanding(sha256=blob.sha256, length=blob.length, offset=offset, complete=whole)
