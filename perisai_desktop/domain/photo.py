"""A picture taken with an action: what it shows, how well it can be read, and its bytes."""

from dataclasses import dataclass, field
from enum import StrEnum

LARGEST_PHOTO = 8 * 1024 * 1024
"""Bytes of one picture: far above a card or a slip as it is prepared, far below what travels."""


class PhotoSubject(StrEnum):
    """What a picture shows."""

    KTP = "ktp"
    THUMB = "thumb"
    SIGNED_PAPER = "signed_paper"
    SIGNED_LIST = "signed_list"
    SLIP = "slip"


FIELD_OF = {
    PhotoSubject.KTP: "ktp_photo",
    PhotoSubject.THUMB: "consents",
    PhotoSubject.SIGNED_PAPER: "consents",
}
"""What a correction may show anew, with the field of the form at which a reviewer comments on it."""


@dataclass(frozen=True, slots=True)
class Photo:
    """`content` is the picture's file, ready to be kept and sent."""

    shows: PhotoSubject
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptPhoto:
    """A picture that this store holds: SHA-256 and length in bytes."""

    shows: PhotoSubject
    sha256: str
    length: int


class PhotoFault(StrEnum):
    """What makes a picture hard to read; it warns and never stops."""

    BLURRED = "blurred"
    GLARE = "glare"
    DARK = "dark"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a form: where it is kept, its bytes once they are read, and what makes it hard to read."""

    kept: KeptPhoto
    content: bytes = field(default=b"", repr=False)
    faults: tuple[PhotoFault, ...] = ()


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a picture that is kept, in shares of its width and height, origin top left."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0

    @property
    def whole(self) -> bool:
        """Whether nothing is cut off."""
        return self == Crop()


@dataclass(frozen=True, slots=True)
class OpenedPicture:
    """A picture as it was chosen, upright and of a size that is quick to work on: JPEG bytes, pixels."""

    content: bytes = field(repr=False)
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PreparedPhoto:
    """A picture ready to be kept: JPEG bytes without anything about camera or place, pixels, and what is wrong with it."""

    content: bytes = field(repr=False)
    width: int
    height: int
    faults: tuple[PhotoFault, ...] = ()
