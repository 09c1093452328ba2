"""What the dialog for a movement of cash shows."""

from dataclasses import dataclass

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.till import CashStep

LEAVING = (CashStep.SHORTAGE, CashStep.HAND_OVER)
USUAL_REASONS = {
    CashStep.OPENING_FLOAT: "opening_float",
    CashStep.SURPLUS: "surplus",
    CashStep.SHORTAGE: "shortage",
    CashStep.HAND_OVER: "office_hand_over",
}
"""The coded reason that each movement begins with."""


@dataclass(frozen=True, slots=True)
class AdjustmentState:
    """What moves, how much as typed, and why; `rupiah` is the cash in hand before."""

    rupiah: int | None = None
    what: CashStep = CashStep.OPENING_FLOAT
    typed: str = ""
    reason: str = USUAL_REASONS[CashStep.OPENING_FLOAT]
    busy: bool = False
    failure: Failure | None = None

    @property
    def amount(self) -> int:
        """What was typed in rupiah, 0 where that is no amount."""
        text = self.typed
        return int(text) if text.isascii() and text.isdigit() and len(text) < 13 else 0

    @property
    def after(self) -> int | None:
        """The cash in hand afterwards."""
        if self.rupiah is None:
            return None
        return self.rupiah - self.amount if self.what in LEAVING else self.rupiah + self.amount

    @property
    def ready(self) -> bool:
        """Whether there is something to write."""
        return self.amount > 0 and bool(self.reason) and not self.busy
