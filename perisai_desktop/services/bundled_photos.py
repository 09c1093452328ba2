"""The pictures that go along in a file on a stick, and what its answer says of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from perisai_desktop.services.photo_store import PhotoQueue
from perisai_desktop.storage import photos
from perisai_desktop.storage.attachments import Attachments
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.photos import PhotoState
from sync.client.photo_actions import KeepStanding
from sync.protocol.blobs import BlobStanding
from sync.protocol.entry import Blob

MOST = 2_000
"""So many pictures go in one file; the rest in the next."""


@dataclass(frozen=True, slots=True)
class BundledPhotos:
    """`photos` is where what the server said of a picture is kept."""

    database: Database
    attachments: Attachments
    photos: PhotoQueue

    def waiting(self) -> tuple[Blob, ...]:
        """The pictures that have not arrived and are here as their entries name them."""
        with self.database.reading() as session:
            return tuple(
                Blob(sha256=one.sha256, length=one.length)
                for one in photos.not_arrived(session, MOST)
                if one.state is PhotoState.WAITING and self.attachments.fault(session, one.sha256) is None
            )

    def opened(self, blobs: Iterable[Blob]) -> Iterator[BytesIO]:
        """Their bytes, one picture in memory at a time. Raises Failure(store_damaged)."""
        for blob in blobs:
            with self.database.reading() as session:
                picture = self.attachments.read(session, blob.sha256)
            yield BytesIO(picture)

    def settle(self, standings: Iterable[BlobStanding]) -> int:
        """Keep what the server holds of them; returns how many have arrived whole."""
        arrived = 0
        for standing in standings:
            self.photos.settle(KeepStanding(standing.sha256, standing.offset, standing.complete))
            arrived += standing.complete
        return arrived
