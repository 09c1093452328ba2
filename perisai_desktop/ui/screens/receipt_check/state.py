"""What the check of receipts shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.receipt_check import BranchAnswer, ReceiptCheck, Verdict, verdict_of


@dataclass(frozen=True, slots=True)
class Checked:
    """One receipt that was checked: what this laptop knows, and beside it what the branch said or why it did not."""

    turn: int
    text: str = field(repr=False)
    check: ReceiptCheck
    asking: bool = False
    answer: BranchAnswer | None = None
    unreached: Failure | None = None

    @property
    def verdict(self) -> Verdict:
        """Both answers as one."""
        return verdict_of(self.check, self.answer)


@dataclass(frozen=True, slots=True)
class ReceiptCheckState:
    """The text that was checked last, the checks of this session, newest first, and which of them is in sight."""

    text: str = field(default="", repr=False)
    checks: tuple[Checked, ...] = ()
    turn: int | None = None
    failure: Failure | None = None

    @property
    def shown(self) -> Checked | None:
        """The check in sight."""
        return next((each for each in self.checks if each.turn == self.turn), None)
