"""Reads the pages of a PDF as an eye does: its words, and where each line of them stands."""

import pypdfium2


def page_words(pdf: bytes) -> str:
    """The words of all pages, with one space between them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [str(page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()
    return " ".join(" ".join(texts).split())
