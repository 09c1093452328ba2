"""What the dialog for a void shows."""

from dataclasses import dataclass, field
from typing import Literal

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.undoing import CoveredWorker, VoidOutlook

CashTaken = Literal["no_cash", "cash_taken"]
CASH: tuple[CashTaken, ...] = ("no_cash", "cash_taken")


@dataclass(frozen=True, slots=True)
class VoidState:
    """The receipt, who is on it, what would be voided, and what the agent says of it.

    `worker_id` is None for the whole receipt, `cash` empty until somebody says whether money was taken.
    """

    number: str
    workers: tuple[CoveredWorker, ...] = field(default=(), repr=False)
    worker_id: str | None = None
    outlook: VoidOutlook | None = None
    reason: str = ""
    cash: CashTaken | None = None
    busy: bool = False
    failure: Failure | None = None

    @property
    def ready(self) -> bool:
        """Whether the branch can be asked."""
        return self.outlook is not None and bool(self.reason) and self.cash is not None and not self.busy
