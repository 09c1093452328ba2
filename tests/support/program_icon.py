"""Draws the program's icon for Windows and the installer from its SVG: `python -m tests.support.program_icon`."""

from __future__ import annotations

import struct

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage

from perisai_desktop.config.resources import resource
from perisai_desktop.ui.theme.icons import pixmap

NAME = "perisai"
BITMAPS = (16, 20, 24, 32, 40, 48, 64)
"""Sizes that Windows asks for at 100 to 200 %, kept as bitmaps: old readers of icons know no PNG inside."""
LARGE = 256
_HEADER, _ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")


def ico() -> bytes:
    """The icon file for Windows: bitmaps in the small sizes, a PNG in the large one."""
    pictures = [(size, _bitmap(size)) for size in BITMAPS] + [(LARGE, png(LARGE))]
    offset = _HEADER.size + _ENTRY.size * len(pictures)
    entries = b""
    for size, picture in pictures:
        entries += _ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return _HEADER.pack(0, 1, len(pictures)) + entries + b"".join(picture for _, picture in pictures)


def png(size: int) -> bytes:
    """The icon as a PNG of `size` pixels."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _drawn(size).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _drawn(size: int) -> QImage:
    return pixmap(NAME, "", size).toImage().convertToFormat(QImage.Format.Format_ARGB32)


def _bitmap(size: int) -> bytes:
    """Rows of BGRA from the bottom up, then a mask that leaves transparency to the alpha channel."""
    image = _drawn(size).flipped()
    mask = bytes((size + 31) // 32 * 4 * size)
    header = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, image.sizeInBytes(), 0, 0, 0, 0)
    return header + bytes(image.constBits()) + mask


def main() -> None:
    """Write both files beside the SVG."""
    application = QGuiApplication([])
    resource("icons", f"{NAME}.png").write_bytes(png(LARGE))
    resource("icons", f"{NAME}.ico").write_bytes(ico())
    application.shutdown()


if __name__ == "__main__":
    main()
