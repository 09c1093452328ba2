"""Reads the pages of a PDF as an eye does: its words, where each piece of text stands, and in what colours."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
import zxingcpp
from PIL import Image
from pypdfium2 import raw

BLACK_AND_WHITE = frozenset({(0, 0, 0), (255, 255, 255)})


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that stands together on one line, and the ink's bounds in points from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: "Piece", by: float) -> bool:
        """Whether both cover the same ground by more than so many points in each direction."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > by and down > by


def page_words(pdf: bytes) -> str:
    """The words of all pages, with one space between them."""
    with opened(pdf) as document:
        texts = [str(page.get_textpage().get_text_bounded()) for page in document]
    return " ".join(" ".join(texts).split())


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page, in points."""
    with opened(pdf) as document:
        return [page.get_size() for page in document]


def pieces(pdf: bytes, page: int = 0) -> list[Piece]:
    """All text of a page."""
    with opened(pdf) as document:
        text = document[page].get_textpage()
        bounds = [text.get_rect(index) for index in range(text.count_rects())]
        return [Piece(str(text.get_text_bounded(*bound)), *bound) for bound in bounds]


def fills(pdf: bytes) -> set[tuple[int, int, int]]:
    """The colours that anything on any page is filled or drawn with, red, green and blue from 0 to 255."""
    with opened(pdf) as document:
        return {
            colour
            for page in document
            for thing in page.get_objects()
            for colour in _colours(thing.raw, text=thing.type == raw.FPDF_PAGEOBJ_TEXT)
        }


def read_codes(image: Image.Image) -> list[str]:
    """The texts of all codes in a picture."""
    return [code.text for code in zxingcpp.read_barcodes(image.convert("L"))]


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document, closed afterwards."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def _colours(thing: object, *, text: bool) -> Iterator[tuple[int, int, int]]:
    filled, stroked = ctypes.c_int(1), ctypes.c_int(0)
    if not text:
        raw.FPDFPath_GetDrawMode(thing, filled, stroked)
    for wanted, ask in ((filled, raw.FPDFPageObj_GetFillColor), (stroked, raw.FPDFPageObj_GetStrokeColor)):
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        if wanted.value and ask(thing, red, green, blue, alpha):
            yield red.value, green.value, blue.value
