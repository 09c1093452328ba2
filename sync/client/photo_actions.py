"""What the course of pictures asks of its caller: requests to make, and effects to make durable in the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sync.protocol.blobs import LostCode


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """The picture that goes next, `length` in bytes. `lost`: this store has not got it, and the server is to hear so."""

    sha256: str
    length: int
    lost: LostCode | None = None


@dataclass(frozen=True, slots=True)
class AskBlob:
    """Ask how much of a picture the server holds."""

    sha256: str


@dataclass(frozen=True, slots=True)
class SendPiece:
    """Send `size` bytes of a picture from `offset` on, and wait at most `time_out` seconds for the answer."""

    sha256: str
    offset: int
    size: int
    time_out: float


@dataclass(frozen=True, slots=True)
class ReportLost:
    """Say that this store has not got a picture."""

    sha256: str
    code: LostCode


PhotoAction: TypeAlias = AskBlob | SendPiece | ReportLost


@dataclass(frozen=True, slots=True)
class KeepStanding:
    """Keep what the server holds of a picture, by its signed word; `complete`: it has arrived."""

    sha256: str
    offset: int
    complete: bool


@dataclass(frozen=True, slots=True)
class KeepTold:
    """Keep that the server knows of the loss of a picture."""

    sha256: str


@dataclass(frozen=True, slots=True)
class PutPhotoAside:
    """Keep a picture out of the rest of the run, behind the others in the next, and say why."""

    sha256: str
    code: str


PhotoEffect: TypeAlias = KeepStanding | KeepTold | PutPhotoAside
