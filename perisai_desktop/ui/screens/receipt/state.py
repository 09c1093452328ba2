"""What the receipt's window shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.domain.printing import (
    USUAL,
    PrintChoice,
    Printer,
    PrintProgress,
    PrintRun,
    chosen,
    offered,
)
from perisai_desktop.domain.receipt import Receipt


class Event(StrEnum):
    """What happened last in this window, and is said at its top."""

    OPENED = "opened"
    SENDING = "sending"
    PRINTED = "printed"  # the spooler took it; `progress` tells how far it has come
    REPEATED = "repeated"
    SAVED = "saved"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class ReceiptState:
    """The receipt, its page as a picture (None while it is drawn), the printers (None while they are asked for).

    `copy` is which copy the next paper is: 0 the original. `saved_as` is a file's name.
    """

    receipt: Receipt = field(repr=False)
    choice: PrintChoice = USUAL
    copy: int = 0
    sheets: int = 1
    page: PageImage | None = field(default=None, repr=False)
    printers: tuple[Printer, ...] | None = None
    event: Event = Event.OPENED
    run: PrintRun | None = None
    progress: PrintProgress | None = None
    following: bool = False
    busy: bool = False
    saved_as: str | None = None
    failure: Failure | None = None

    @property
    def sending(self) -> bool:
        """Papers are being handed to the spooler."""
        return self.event is Event.SENDING

    @property
    def offered(self) -> tuple[Printer, ...]:
        """The printers for the paper that is chosen."""
        return offered(self.printers or (), self.choice.paper)

    @property
    def printer(self) -> Printer | None:
        """The printer that the next paper goes to."""
        paper = self.choice.paper
        return chosen(self.printers or (), paper, self.choice.printer_for(paper))
