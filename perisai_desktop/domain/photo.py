"""A picture taken with an action: what it shows, and its bytes."""

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


@dataclass(frozen=True, slots=True)
class Photo:
    """`content` is the picture's file, ready to be kept and sent."""

    shows: PhotoSubject
    content: bytes = field(repr=False)
