"""What the window of a paper shows."""

from dataclasses import dataclass, field
from enum import StrEnum

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.page_image import PageImage


class PaperStep(StrEnum):
    """How far the paper has come."""

    MAKING = "making"
    SAVED = "saved"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PaperState:
    """`place` is where the PDF stands, empty until it does; `page` is its first page as a picture."""

    step: PaperStep = PaperStep.MAKING
    place: str = ""
    page: PageImage | None = field(default=None, repr=False)
    failure: Failure | None = None

    @property
    def busy(self) -> bool:
        """Whether the paper is being made or handed to the printer."""
        return self.step in (PaperStep.MAKING, PaperStep.PRINTING)
