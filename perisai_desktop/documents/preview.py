"""Turns a page of a PDF into pixels for the screen and the printer."""

import pypdfium2

from perisai_desktop.domain.page_image import PageImage


def page_image(pdf: bytes, width: int, page: int = 0) -> PageImage:
    """Render one page to `width` pixels across; page 0 is the first. Raises IndexError for a page that is not there."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        if not 0 <= page < len(document):
            raise IndexError(page)
        sheet = document[page]
        bitmap = sheet.render(
            scale=width / sheet.get_width(), force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx
        )
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        document.close()
