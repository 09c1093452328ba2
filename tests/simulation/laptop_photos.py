"""The pictures of a simulated laptop: fulfils the contract of `PhotoQueue` over a disk in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from perisai_desktop.domain.exchange import PhotoTally
from perisai_desktop.storage.photos import PhotoState
from sync.client.photo_actions import KeepStanding, KeepTold, PhotoEffect, PhotoFacts, SendPiece
from sync.protocol.blobs import BlobStanding, LostCode
from sync.protocol.entry import Blob
from tests.simulation.disk import Content, Disk, Line, Picture

ON_REQUEST = (PhotoState.ARRIVED, PhotoState.ELSEWHERE)
ANEW = (PhotoState.LOST, PhotoState.ELSEWHERE)


class LaptopPhotos:
    """What one process of the program knows of the pictures on its disk."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk

    def next(self, aside: Collection[str]) -> PhotoFacts | None:
        content = self.disk.content
        going = [one for one in content.pictures.values() if _goes(one) and one.sha256 not in aside]
        if not going:
            return None
        sent = {
            blob.sha256
            for line in content.journal
            if line.entry_id not in content.outbox
            for blob in line.blobs
        }
        first = min(
            (one for one in going if one.sha256 in sent),
            key=lambda one: (one.failures, one.step, one.sha256),
            default=None,
        )
        return None if first is None else PhotoFacts(first.sha256, first.length, _loss(first))

    def piece(self, action: SendPiece) -> bytes | None:
        found = fault(self.disk.content, action.sha256)
        if found is None:
            return self.disk.content.files[action.sha256][action.offset : action.offset + action.size]
        with self.disk.transaction() as content:
            _change(content, action.sha256, state=PhotoState.LOST, code=found, told=False)
        return None

    def settle(self, effect: PhotoEffect) -> None:
        with self.disk.transaction() as content:
            one = content.pictures[effect.sha256]
            if isinstance(effect, KeepTold):
                if one.state is PhotoState.LOST:
                    _change(content, one.sha256, told=True)
            elif not isinstance(effect, KeepStanding):
                code = effect.code if one.state is PhotoState.WAITING else one.code
                _change(content, one.sha256, failures=one.failures + 1, code=code)
            elif effect.complete:
                content.pictures[one.sha256] = _fresh(one, PhotoState.ARRIVED, one.length)
            else:
                _change(content, one.sha256, reached=min(one.length, effect.offset))

    def want(self, hashes: Collection[str]) -> int:
        pictures = self.disk.content.pictures
        wanted = [
            pictures[sha256]
            for sha256 in hashes
            if sha256 in pictures and pictures[sha256].state in ON_REQUEST
        ]
        forgotten = [pictures[sha256] for sha256 in hashes if sha256 in pictures and pictures[sha256].told]
        if wanted or forgotten:
            with self.disk.transaction() as content:
                content.pictures |= {one.sha256: replace(one, told=False) for one in forgotten}
                content.pictures |= {one.sha256: _fresh(one, PhotoState.WAITING, 0) for one in wanted}
        return len(wanted)

    def tally(self) -> PhotoTally:
        states = [one.state for one in self.disk.content.pictures.values()]
        return PhotoTally(waiting=states.count(PhotoState.WAITING), lost=states.count(PhotoState.LOST))


@dataclass(frozen=True, slots=True)
class StickPhotos:
    """The pictures that go along in a file on a stick: fulfils what `apply_answer` asks."""

    photos: LaptopPhotos

    def waiting(self) -> tuple[Blob, ...]:
        """The pictures that have not arrived and are here as their entries name them."""
        content = self.photos.disk.content
        return tuple(
            Blob(sha256=one.sha256, length=one.length)
            for one in sorted(content.pictures.values(), key=lambda one: (one.step, one.sha256))
            if one.state is PhotoState.WAITING and fault(content, one.sha256) is None
        )

    def opened(self, blobs: Iterable[Blob]) -> Iterator[BytesIO]:
        """Their bytes."""
        return (BytesIO(self.photos.disk.content.files[blob.sha256]) for blob in blobs)

    def settle(self, standings: Iterable[BlobStanding]) -> int:
        """Keep what the server holds of them; returns how many have arrived whole."""
        arrived = 0
        for standing in standings:
            if standing.sha256 in self.photos.disk.content.pictures:
                self.photos.settle(KeepStanding(standing.sha256, standing.offset, standing.complete))
                arrived += standing.complete
        return arrived


def name(content: Content, line: Line, state: PhotoState) -> None:
    """Note the pictures that an entry names; what the agent takes again is there again."""
    for blob in line.blobs:
        known = content.pictures.get(blob.sha256)
        if known is None:
            content.pictures[blob.sha256] = Picture(blob.sha256, blob.length, len(content.journal), state)
        elif state is PhotoState.WAITING and known.state in ANEW:
            content.pictures[blob.sha256] = _fresh(known, state, known.reached)


def fault(content: Content, sha256: str) -> LostCode | None:
    """Why a picture cannot be read, None where it can."""
    picture = content.files.get(sha256)
    if picture is None:
        return "missing"
    return None if hashlib.sha256(picture).hexdigest() == sha256 else "damaged"


def _goes(one: Picture) -> bool:
    return one.state is PhotoState.WAITING or (one.state is PhotoState.LOST and not one.told)


def _loss(one: Picture) -> LostCode | None:
    if one.state is not PhotoState.LOST:
        return None
    return "damaged" if one.code == "damaged" else "missing"


def _fresh(one: Picture, state: PhotoState, reached: int) -> Picture:
    return Picture(one.sha256, one.length, one.step, state, reached)


def _change(content: Content, sha256: str, **changes: object) -> None:
    content.pictures[sha256] = replace(content.pictures[sha256], **changes)  # type: ignore[arg-type]
