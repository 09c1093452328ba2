"""Keeps pictures durably before the entry that names them is written, and puts them into its words."""

import errno
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import LARGEST_PHOTO, Photo
from perisai_desktop.storage.attachments import Attachments
from perisai_desktop.storage.database import Session
from sync.protocol.bodies.parts import BlobMeaning
from sync.protocol.entry import Blob

_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class NamedPhotos:
    """Pictures as an entry names them: hashes and lengths in the envelope, what they show in the personal part."""

    blobs: tuple[Blob, ...] = ()
    meanings: tuple[BlobMeaning, ...] = ()


def keep_photos(
    attachments: Attachments, session: Session, photos: Iterable[Photo], at: datetime
) -> NamedPhotos:
    """Keep pictures, each once, encrypted and on the disk before this returns.

    A transaction that is undone leaves files that no row names: the next sweep takes them away. Raises Failure:
    photo_unfit (empty or too large), disk_full, store_read_only.
    """
    kept: dict[str, tuple[Blob, BlobMeaning]] = {}
    for photo in photos:
        if not 0 < len(photo.content) <= LARGEST_PHOTO:
            raise Failure(FailureCode.PHOTO_UNFIT, bytes=len(photo.content))
        try:
            sha256 = attachments.put(session, photo.content, at)
        except OSError as error:
            full = error.errno in _FULL
            raise Failure(FailureCode.DISK_FULL if full else FailureCode.STORE_READ_ONLY) from None
        blob = Blob(sha256=sha256, length=len(photo.content))
        kept.setdefault(sha256, (blob, BlobMeaning(sha256=sha256, shows=photo.shows.value)))
    return NamedPhotos(
        tuple(blob for blob, _ in kept.values()), tuple(meaning for _, meaning in kept.values())
    )
