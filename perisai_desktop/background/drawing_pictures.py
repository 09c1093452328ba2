"""Turns the file of a picture into pixels, off the screen's thread and within bounds that no file can widen."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.page_image import PageImage

MOST_PIXELS = 16_000_000
"""Pixels of a file that is decoded at all: twelve times a picture as it is prepared, at most some 100 MB meanwhile."""
_KINDS = {b"\xff\xd8\xff": b"jpeg", b"\x89PNG\r\n\x1a\n": b"png"}
"""By how a file begins, the only decoders that are ever given one."""


def draw_picture(content: bytes, side: int) -> PageImage:
    """A JPEG or PNG, upright as its camera says, at most `side` pixels long.

    What a file says of its size is believed before a pixel is decoded. Raises Failure: photo_unreadable, photo_unfit
    (bytes).
    """
    kind = next((kind for begin, kind in _KINDS.items() if content.startswith(begin)), None)
    if kind is None:
        raise Failure(FailureCode.PHOTO_UNREADABLE)
    file = QBuffer()
    file.setData(QByteArray(content))
    file.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(file, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise Failure(FailureCode.PHOTO_UNREADABLE)
    if size.width() * size.height() > MOST_PIXELS:
        raise Failure(FailureCode.PHOTO_UNFIT, bytes=len(content))
    if max(size.width(), size.height()) > side:
        smaller = size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(smaller.expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise Failure(FailureCode.PHOTO_UNREADABLE)
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return PageImage(plain.width(), plain.height(), plain.bytesPerLine(), bytes(plain.constBits()))
