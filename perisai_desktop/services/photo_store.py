"""What a run of the sync reads of pictures and makes durable about them, each effect in one transaction."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.exchange import PhotoItem, PhotoTally
from perisai_desktop.services.photo_allowance import PhotoAllowance
from perisai_desktop.storage import photos
from perisai_desktop.storage.attachments import Attachments
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.photos import PhotoRecord, PhotoState
from sync.client.photo_actions import (
    KeepStanding,
    KeepTold,
    PhotoEffect,
    PhotoFacts,
    SendPiece,
)
from sync.protocol.blobs import LostCode

MOST_LISTED = 200


class PhotoQueue(Protocol):
    """The pictures of a store as a run of the sync sees them."""

    def next(self, aside: Collection[str]) -> PhotoFacts | None:
        """The picture that goes next, without those set aside; None where none waits or none may go."""

    def piece(self, action: SendPiece) -> bytes | None:
        """The bytes to send; None where the store has not got the picture, which is noted."""

    def settle(self, effect: PhotoEffect) -> None:
        """Make a word of the server about a picture durable."""

    def want(self, hashes: Collection[str]) -> int:
        """Send again what the server wants; returns how many pictures that are."""

    def tally(self) -> PhotoTally:
        """The pictures that have not arrived."""


class NoPhotos:
    """A store without pictures."""

    def next(self, aside: Collection[str]) -> PhotoFacts | None:  # noqa: ARG002
        """None goes."""
        return None

    def piece(self, action: SendPiece) -> bytes | None:  # noqa: ARG002
        """Nothing is there."""
        return None

    def settle(self, effect: PhotoEffect) -> None:
        """Nothing can be told of."""

    def want(self, hashes: Collection[str]) -> int:  # noqa: ARG002
        """Nothing is sent."""
        return 0

    def tally(self) -> PhotoTally:
        """There are none."""
        return PhotoTally()


@dataclass(frozen=True, slots=True)
class PhotoStore:
    """The pictures of the real store."""

    database: Database
    attachments: Attachments
    clock: Clock
    allowance: PhotoAllowance

    def next(self, aside: Collection[str]) -> PhotoFacts | None:
        """The picture that goes next; one that was found to be lost is told as such.

        The system is asked what the connection costs where a picture waits.
        """
        found = self._going(aside, allowed=True)
        if found is not None:
            self.allowance.ask()
            if not self.allowance.allowed():
                found = self._going(aside, allowed=False)
        if found is None:
            return None
        lost = _loss(found.code) if found.state is PhotoState.LOST else None
        return PhotoFacts(found.sha256, found.length, lost)

    def _going(self, aside: Collection[str], *, allowed: bool) -> PhotoRecord | None:
        with self.database.reading() as session:
            return photos.going(session, aside, allowed=allowed)

    def piece(self, action: SendPiece) -> bytes | None:
        """Part of a picture that was read whole and is what its entry names."""
        with self.database.reading() as session:
            fault = self.attachments.fault(session, action.sha256)
            if fault is None:
                picture = self.attachments.read(session, action.sha256)
                return picture[action.offset : action.offset + action.size]
        with self.database.transaction() as session:
            photos.lose(session, action.sha256, fault, self.clock.now())
        return None

    def settle(self, effect: PhotoEffect) -> None:
        """Keep what the server said of a picture."""
        at = self.clock.now()
        with self.database.transaction() as session:
            if isinstance(effect, KeepStanding):
                photos.reach(session, effect.sha256, effect.offset, at, complete=effect.complete)
            elif isinstance(effect, KeepTold):
                photos.tell(session, effect.sha256, at)
            else:
                photos.fail(session, effect.sha256, effect.code, at)

    def want(self, hashes: Collection[str]) -> int:
        """Put on their way again the pictures that the server lacks and this store had seen arrive."""
        if not hashes:
            return 0
        with self.database.transaction() as session:
            return photos.want(session, hashes, self.clock.now())

    def tally(self) -> PhotoTally:
        """The pictures that have not arrived: lost ones first, then oldest."""
        held = not self.allowance.allowed()
        with self.database.reading() as session:
            sums = photos.sums(session)
            found = photos.not_arrived(session, MOST_LISTED)
        waiting, length, reached = sums.get(PhotoState.WAITING, (0, 0, 0))
        return PhotoTally(
            waiting=waiting,
            lost=sums.get(PhotoState.LOST, (0, 0, 0))[0],
            bytes=length,
            arrived=reached,
            held=held and waiting > 0,
            items=tuple(_item(one, held) for one in found),
        )


def _item(record: PhotoRecord, held: bool) -> PhotoItem:
    lost = record.state is PhotoState.LOST
    return PhotoItem(
        sha256=record.sha256,
        action_id=record.action_id,
        bytes=record.length,
        arrived=record.reached,
        lost=lost,
        held=held and not lost,
        reason=record.code,
    )


def _loss(code: str | None) -> LostCode:
    return "damaged" if code == "damaged" else "missing"
