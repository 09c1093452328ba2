"""What the receipt's window shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.domain.receipt import Receipt


@dataclass(frozen=True, slots=True)
class ReceiptState:
    """The receipt, its page as a picture (None while it is drawn), and where it was saved last (a file's name)."""

    receipt: Receipt = field(repr=False)
    page: PageImage | None = field(default=None, repr=False)
    busy: bool = False
    saved_as: str | None = None
    failure: Failure | None = None
