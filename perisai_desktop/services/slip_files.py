"""Reads the picture of a deposit slip from a file, as it is."""

from pathlib import Path

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import LARGEST_PHOTO
from perisai_desktop.services.stick_files import opened

_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
"""Of JPEG and of PNG."""


def read_slip(path: Path) -> bytes:
    """The bytes of a JPEG or PNG of at most 8 MiB. Raises Failure: slip_unreadable, photo_unfit (bytes)."""
    try:
        with opened(path) as file:
            content = file.read(LARGEST_PHOTO + 1)
    except OSError:
        raise Failure(FailureCode.SLIP_UNREADABLE) from None
    if len(content) > LARGEST_PHOTO:
        raise Failure(FailureCode.PHOTO_UNFIT, bytes=len(content))
    if not content.startswith(_BEGINNINGS):
        raise Failure(FailureCode.SLIP_UNREADABLE)
    return content
