"""Gives a picture of a record to whoever may read the record, and writes down who saw it."""

from __future__ import annotations

from sync.server.clock import Clock
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import audit
from sync.server.services.review_reading import ReviewReading
from sync.server.storage.ports.blob_files import BlobFiles
from sync.server.storage.store import Store


class RecordPhotos:
    """Pictures of the records of one's own branch."""

    def __init__(self, store: Store, clock: Clock, reading: ReviewReading, files: BlobFiles) -> None:
        self._store = store
        self._clock = clock
        self._reading = reading
        self._files = files

    def photo(self, person: SignedIn, entry_id: str, sha256: str) -> bytes:
        """The bytes of a picture that a record names; that it was looked at is in the audit trail before it goes out.

        Refusals: `record_unknown`, `photo_unknown`, `photo_not_arrived`.
        """
        record = self._reading.record(person, entry_id)
        named = next((photo for photo in record.photos if photo.sha256 == sha256), None)
        if named is None:
            raise Refusal("photo_unknown")
        if not named.arrived:
            raise Refusal("photo_not_arrived")
        try:
            content = self._files.read(record.device, sha256)
        except FileNotFoundError:
            raise Refusal("photo_not_arrived") from None
        with self._store.transaction() as tx:
            audit(tx, self._clock.now(), person.account_id, "photo_seen", entry_id, sha256=sha256)
        return content
