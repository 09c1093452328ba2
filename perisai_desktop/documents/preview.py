"""Turns a page of a PDF into pixels for the screen and into dots for a thermal printer."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2

from perisai_desktop.documents.paper import DOT, MM, PAPERS
from perisai_desktop.domain.page_image import Dots, PageImage
from perisai_desktop.domain.paper import PaperSize

_BLACK_BELOW = 150  # of 255; edges are decided, never dithered: a dithered code does not read
_ROUNDING = 1e-3  # of a pixel; sizes are rounded up, and a whole number must stay what it is
_PLANES = tuple(
    bytes(bit if grey < _BLACK_BELOW else 0 for grey in range(256)) for bit in (128, 64, 32, 16, 8, 4, 2, 1)
)


def page_image(pdf: bytes, width: int, page: int = 0) -> PageImage:
    """Render one page to `width` pixels across; page 0 is the first. Raises IndexError for a page that is not there."""
    with _page(pdf, page) as sheet:
        bitmap = sheet.render(
            scale=(width - _ROUNDING) / sheet.get_width(),
            force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx,
        )
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def page_dots(pdf: bytes, size: PaperSize, page: int = 0) -> Dots:
    """Render one page of a roll to the dots between its side margins, 203 an inch.

    Raises IndexError for a page that is not there, ValueError for a paper that is no roll.
    """
    if not size.roll:
        raise ValueError(size)
    paper = PAPERS[size]
    left, width = round(paper.margin / DOT), round(paper.measure / DOT)
    with _page(pdf, page) as sheet:
        across = round(sheet.get_width() / DOT)
        bitmap = sheet.render(
            scale=(across - _ROUNDING) / sheet.get_width(),
            force_bitmap_format=pypdfium2.raw.FPDFBitmap_Gray,
        )
        grey, stride = bytes(bitmap.buffer), bitmap.stride
        starts = range(left, bitmap.height * stride, stride)
        return Dots(width, bitmap.height, _packed(b"".join(grey[at : at + width] for at in starts)))


def _packed(grey: bytes) -> bytes:
    """Eight pixels to a byte, all of them at once: an integer is as long as it needs to be."""
    bits = 0
    for place, plane in enumerate(_PLANES):
        bits |= int.from_bytes(grey[place::8].translate(plane))
    return bits.to_bytes(len(grey) // 8)


@contextmanager
def _page(pdf: bytes, page: int) -> Iterator[pypdfium2.PdfPage]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        if not 0 <= page < len(document):
            raise IndexError(page)
        yield document[page]
    finally:
        document.close()


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of every page in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(
            (wide / MM, high / MM) for wide, high in map(document.get_page_size, range(len(document)))
        )
    finally:
        document.close()
