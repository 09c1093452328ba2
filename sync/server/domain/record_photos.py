"""The pictures that belong to a record: what its entries name, and what each is said to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sync.protocol.bodies.correction import Correction
from sync.protocol.entry import DecodedEntry
from sync.server.storage.blob_records import BlobRecord

ERASED = "erased"
"""What is told of a picture that the branch has erased."""


@dataclass(frozen=True, slots=True)
class NamedPhoto:
    """A picture by its SHA-256, `length` in bytes. `shows` is empty where the personal part was purged.

    `previous`: a correction named another one that shows the same.
    """

    sha256: str
    length: int
    shows: str
    previous: bool = False


def named_photos(entries: Iterable[DecodedEntry], worker_id: str | None) -> tuple[NamedPhoto, ...]:
    """The pictures that entries about a worker, or about nobody alone, name; each once, in their order.

    Those that a later correction replaced come last.
    """
    named: dict[str, NamedPhoto] = {}
    for entry in entries:
        if worker_id is not None and entry.envelope.worker_id not in (None, worker_id):
            continue
        meanings = () if entry.personal is None else entry.personal.blobs
        shows = {meaning.sha256: meaning.shows for meaning in meanings}
        if isinstance(entry.body, Correction):
            fresh = set(shows.values())
            named = {
                one: replace(photo, previous=photo.previous or photo.shows in fresh)
                for one, photo in named.items()
            }
        for blob in entry.envelope.blobs:
            photo = NamedPhoto(blob.sha256, blob.length, shows.get(blob.sha256, ""))
            before = named.get(blob.sha256)
            if before is None or before.previous:
                named[blob.sha256] = photo
    return tuple(sorted(named.values(), key=lambda photo: photo.previous))


def is_here(blob: BlobRecord) -> bool:
    """Whether all of a picture has arrived and is kept."""
    return blob.complete_at is not None and blob.purged_at is None


def loss_of(blob: BlobRecord) -> str | None:
    """Why a picture will not be seen: what the laptop said, or that it was erased; None for one that is here or comes."""
    return blob.lost if blob.purged_at is None else ERASED
