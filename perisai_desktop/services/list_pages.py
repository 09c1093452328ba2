"""Makes a photographed page of a signed list small enough to keep and to send, and still easy to read."""

import io
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from perisai_desktop.domain.failure import Failure, FailureCode

LONGEST_SIDE = 2_000
"""Pixels: a handwritten line of an A4 page is 60 of them high."""
QUALITY = 72
LARGEST_FILE = 40 * 1024 * 1024


def read_page(path: Path) -> bytes:
    """The page as a JPEG, upright and without what a camera writes beside it.

    Raises Failure: picture_unreadable.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Failure(FailureCode.PICTURE_UNREADABLE)
        with Image.open(path, formats=("JPEG", "PNG")) as picture:
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, SyntaxError, ValueError):
        raise Failure(FailureCode.PICTURE_UNREADABLE) from None
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    kept = io.BytesIO()
    upright.save(kept, "JPEG", quality=QUALITY, optimize=True)
    return kept.getvalue()
