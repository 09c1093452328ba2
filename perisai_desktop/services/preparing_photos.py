"""Turns a picture as it comes from a camera or phone into one that is kept: upright, cut, small, and telling nothing else."""

from __future__ import annotations

import io
import struct
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import Crop, OpenedPicture, PhotoSubject, PreparedPhoto
from perisai_desktop.services.photo_legibility import faults, measure
from perisai_desktop.services.stick_files import opened

LARGEST_FILE = 40 * 1024 * 1024
"""Bytes of a file that is opened; phones write up to some 20 MB."""
MOST_PIXELS = 80_000_000
LONG_SIDE = 1280
"""Pixels of the longer side of a picture that is kept: small print of a card can be read, 60 to 150 kB."""
QUALITY = 74
_WORK_SIDE = 2560
_WORK_QUALITY = 92
_FORMATS = ("JPEG", "PNG")
_SCALED = frozenset({"L", "LA", "RGB", "RGBA"})
"""Modes in which neighbouring pixels can be mixed as they are."""
_BROKEN = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    AttributeError,
    LookupError,
    struct.error,
)
"""What Pillow raises of a picture that was damaged, or of what a camera wrote beside it."""


def open_file(path: Path) -> OpenedPicture:
    """The picture in a file. Raises Failure: photo_unreadable, photo_unfit (bytes)."""
    try:
        with opened(path) as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError:
        raise Failure(FailureCode.PHOTO_UNREADABLE) from None
    return open_picture(content)


def open_picture(content: bytes) -> OpenedPicture:
    """A JPEG or PNG, upright as its camera says. Raises Failure: photo_unreadable, photo_unfit (bytes)."""
    if len(content) > LARGEST_FILE:
        raise Failure(FailureCode.PHOTO_UNFIT, bytes=len(content))
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Failure(FailureCode.PHOTO_UNFIT, bytes=len(content))
            image.draft("RGB", (_WORK_SIDE, _WORK_SIDE))
            upright = _plain(ImageOps.exif_transpose(_small(image)))
    except _BROKEN:
        raise Failure(FailureCode.PHOTO_UNREADABLE) from None
    return OpenedPicture(_jpeg(upright, _WORK_QUALITY), upright.width, upright.height)


def turned(picture: OpenedPicture, quarters: int) -> OpenedPicture:
    """The picture turned clockwise by so many quarters."""
    if quarters % 4 == 0:
        return picture
    image = _image(picture).rotate(-90 * quarters, expand=True)
    return OpenedPicture(_jpeg(image, _WORK_QUALITY), image.width, image.height)


def prepare(picture: OpenedPicture, crop: Crop, subject: PhotoSubject) -> PreparedPhoto:
    """What is kept of a picture: a progressive JPEG of at most 1280 pixels, without EXIF or colour profile."""
    image = _image(picture)
    left, top = round(crop.left * image.width), round(crop.top * image.height)
    right, bottom = round(crop.right * image.width), round(crop.bottom * image.height)
    cut = image.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    found = measure(cut)
    cut.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
    return PreparedPhoto(_jpeg(cut, QUALITY), cut.width, cut.height, faults(found, subject))


def _image(picture: OpenedPicture) -> Image.Image:
    with Image.open(io.BytesIO(picture.content), formats=_FORMATS) as image:
        return image.convert("RGB")


def _small(image: Image.Image) -> Image.Image:
    """At most `_WORK_SIDE` pixels long, before anything makes a second picture of that size."""
    clear = "transparency" in image.info
    small = image if image.mode in _SCALED and not clear else image.convert("RGBA" if clear else "RGB")
    small.thumbnail((_WORK_SIDE, _WORK_SIDE))
    return small


def _plain(image: Image.Image) -> Image.Image:
    """On white where it is see-through."""
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    layered = image.convert("RGBA")
    paper = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(paper, layered).convert("RGB")


def _jpeg(image: Image.Image, quality: int) -> bytes:
    """The pixels alone: whatever else the picture told of camera and place stays behind."""
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    written = io.BytesIO()
    bare.save(written, "JPEG", quality=quality, progressive=True, optimize=True)
    return written.getvalue()
