"""Bugs of pictures, each as a patch over the code that ships or over the store of the simulation."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from unittest.mock import patch

from perisai_desktop.storage.photos import PhotoState
from sync.client import engine
from sync.client.photo_actions import (
    AskBlob,
    PhotoAction,
    PhotoEffect,
    PhotoFacts,
    PutPhotoAside,
    ReportLost,
    SendPiece,
)
from sync.client.photos import PhotoCourse
from tests.simulation.laptop import Laptop
from tests.simulation.laptop_photos import LaptopPhotos
from tests.simulation.village import Photo
from tests.support.memory_store.blobs import MemoryBlobFiles

_settle, _next, _boot, _step = LaptopPhotos.settle, LaptopPhotos.next, Laptop.boot, Laptop.step


def photo_without_hash() -> Iterator[None]:
    """A picture counts as whole once it is long enough."""
    with patch.object(MemoryBlobFiles, "digest", lambda self, device, sha256: sha256):
        yield


def client_side_offset() -> Iterator[None]:
    """The laptop goes on behind what it sent, wherever the server stands."""
    sent: dict[str, int] = {}

    def action(course: PhotoCourse, photo: PhotoFacts) -> PhotoAction:
        if photo.lost is not None:
            return ReportLost(photo.sha256, photo.lost)
        offset = sent.get(photo.sha256, 0)
        size = min(course.size, photo.length - offset)
        sent[photo.sha256] = offset + size
        return SendPiece(photo.sha256, offset, size, course.time_out) if size else AskBlob(photo.sha256)

    with patch.object(engine, "next_photo_action", action):
        yield


def photo_dropped_silently() -> Iterator[None]:
    """A picture that the server would not take is taken off the list."""

    def settle(self: LaptopPhotos, effect: PhotoEffect) -> None:
        _settle(self, effect)
        if isinstance(effect, PutPhotoAside):
            with self.disk.transaction() as content:
                picture = content.pictures[effect.sha256]
                content.pictures[effect.sha256] = replace(picture, state=PhotoState.ARRIVED)

    with patch.object(LaptopPhotos, "settle", settle):
        yield


def loss_is_not_told() -> Iterator[None]:
    """A picture whose file is gone is passed over, and the branch waits for it."""

    def following(self: LaptopPhotos, aside: Collection[str]) -> PhotoFacts | None:
        found = _next(self, aside)
        while found is not None and found.lost is not None:
            aside = {*aside, found.sha256}
            found = _next(self, aside)
        return found

    with patch.object(LaptopPhotos, "next", following):
        yield


def photo_kept_in_the_background() -> Iterator[None]:
    """An entry that names a picture is committed while the picture is still being written somewhere behind it."""
    writing: dict[str, Photo] = {}

    def keep(self: Laptop, photo: Photo | None) -> None:
        if photo is not None:
            writing[self.name] = photo

    def boot(self: Laptop) -> None:
        writing.pop(self.name, None)
        _boot(self)

    def step(self: Laptop) -> str:
        photo = writing.pop(self.name, None)
        if photo is not None:
            self.content.files[photo.blob.sha256] = photo.content
        return _step(self)

    with (
        patch.object(Laptop, "keep", keep),
        patch.object(Laptop, "boot", boot),
        patch.object(Laptop, "step", step),
    ):
        yield


def wanted_pictures_ignored() -> Iterator[None]:
    """What the server wants again was sent once, and that is enough."""

    def want(self: LaptopPhotos, hashes: Collection[str]) -> int:
        return 0

    with patch.object(LaptopPhotos, "want", want):
        yield


PICTURE_BUGS = {
    "photo_without_hash": photo_without_hash,
    "client_side_offset": client_side_offset,
    "photo_dropped_silently": photo_dropped_silently,
    "loss_is_not_told": loss_is_not_told,
    "photo_kept_in_the_background": photo_kept_in_the_background,
    "wanted_pictures_ignored": wanted_pictures_ignored,
}
