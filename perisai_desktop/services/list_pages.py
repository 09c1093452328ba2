"""Makes a photographed page of a signed list small enough to keep and to send, and still easy to read."""

import io
from pathlib import Path

from PIL import Image

from perisai_desktop.services.preparing_photos import open_file

LONGEST_SIDE = 2_000
"""Pixels: a handwritten line of an A4 page is 60 of them high."""
QUALITY = 72


def read_page(path: Path) -> bytes:
    """The page as a JPEG, upright and without what a camera writes beside it. Raises Failure as `open_file`."""
    kept = io.BytesIO()
    with Image.open(io.BytesIO(open_file(path).content)) as picture:
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        picture.save(kept, "JPEG", quality=QUALITY, optimize=True)
    return kept.getvalue()
