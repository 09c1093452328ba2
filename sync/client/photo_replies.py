"""What can come back to a request about a picture; whatever ends any request has the replies of the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sync.client.replies import DeviceBarred, NonceLapsed, NoNetwork, Slower
from sync.protocol.blobs import BlobStanding


@dataclass(frozen=True, slots=True)
class PhotoStood:
    """The server's signed word on how much of a picture it holds; a piece measured the link, nothing else does."""

    standing: BlobStanding
    bytes_sent: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class PieceMisplaced:
    """A signed 409: the piece was not taken, the server stands at `offset`."""

    sha256: str
    offset: int


@dataclass(frozen=True, slots=True)
class PhotoRefused:
    """A signed word that this picture is not taken, or a signed answer that is none to it; others may still go."""

    sha256: str
    code: str


@dataclass(frozen=True, slots=True)
class LossNoted:
    """The server knows that the store has not got a picture; it may be whole there all the same."""

    standing: BlobStanding


@dataclass(frozen=True, slots=True)
class PieceTimedOut:
    """No answer within the time: what arrived of the piece is not known."""

    sha256: str


@dataclass(frozen=True, slots=True)
class PieceTooLarge:
    """413, signed or not: a smaller piece."""

    sha256: str


@dataclass(frozen=True, slots=True)
class PhotoFault:
    """A signed 5xx: the server failed on this picture."""

    sha256: str
    code: str


PhotoWord: TypeAlias = (
    PhotoStood | PieceMisplaced | PhotoRefused | LossNoted | PieceTimedOut | PieceTooLarge | PhotoFault
)
"""The replies that are about one picture."""
PhotoReply: TypeAlias = PhotoWord | NonceLapsed | Slower | DeviceBarred | NoNetwork
