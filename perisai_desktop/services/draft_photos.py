"""Keeps the pictures of drafts, so that they survive with what was typed; entries name them once they are written."""

from collections.abc import Sequence
from dataclasses import dataclass

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import KeptPhoto, Photo, PhotoSubject
from perisai_desktop.services.keeping_photos import keep_photos
from perisai_desktop.storage import photos
from perisai_desktop.storage.attachments import Attachments
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.drafts import Drafts
from sync.protocol.digests import sha256_hex


@dataclass(frozen=True, slots=True)
class DraftPhotos:
    """The pictures that somebody took and has not saved yet."""

    database: Database
    attachments: Attachments
    clock: Clock

    def keep(self, content: bytes, subject: PhotoSubject) -> KeptPhoto:
        """Keep a picture, durable when this returns. Raises Failure: photo_unfit, disk_full, store_read_only."""
        with self.database.transaction() as session:
            named = keep_photos(self.attachments, session, [Photo(subject, content)], self.clock.now())
        return KeptPhoto(subject, named.blobs[0].sha256, named.blobs[0].length)

    def read(self, sha256: str) -> bytes:
        """A picture that was kept. Raises Failure(photo_unfit) where its file is gone or was changed."""
        with self.database.reading() as session:
            return read_photo(self.attachments, session, sha256)


def read_photo(attachments: Attachments, session: Session, sha256: str) -> bytes:
    """A picture that was kept. Raises Failure(photo_unfit) where its file is gone or was changed."""
    try:
        return attachments.read(session, sha256)
    except Failure:
        raise Failure(FailureCode.PHOTO_UNFIT, bytes=0) from None


def drafted(attachments: Attachments, session: Session, kept: Sequence[KeptPhoto]) -> list[Photo]:
    """The pictures of a draft with their bytes. Raises Failure(photo_unfit)."""
    return [Photo(one.shows, read_photo(attachments, session, one.sha256)) for one in kept]


def card_of(photos: Sequence[Photo]) -> str:
    """The SHA-256 of the picture of the KTP among some, empty where there is none."""
    cards = (sha256_hex(photo.content) for photo in photos if photo.shows is PhotoSubject.KTP)
    return next(cards, "")


def named(session: Session, drafts: Drafts) -> frozenset[str]:
    """The SHA-256 of every picture that a draft names."""
    return frozenset(photo.sha256 for draft in drafts.all(session) for photo in draft.photos)


def sweep(session: Session, attachments: Attachments, drafts: Drafts) -> None:
    """Let go of pictures that neither an entry nor a draft names, and of files that no row names."""
    photos.forget_unnamed(session, named(session, drafts))
    attachments.sweep(session)
