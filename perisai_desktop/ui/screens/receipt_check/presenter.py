"""What the check of receipts does: answers from this laptop at once, then asks the branch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.receipt_check import BranchAnswer, ReceiptCheck
from perisai_desktop.ui.screens.receipt_check.state import Checked, ReceiptCheckState

Show = Callable[[ReceiptCheckState], None]

KEPT = 12
"""How many of the last checks are listed."""


class Checking(Protocol):
    """Who can tell whether a receipt is genuine."""

    def verify(self, text: str) -> ReceiptCheck:
        """Without a network; raises Failure."""

    def ask(self, text: str) -> BranchAnswer:
        """By the branch's answer; raises Failure."""


class ReceiptCheckPresenter:
    """Every answer finds its own check, however late it comes and whatever is in sight by then."""

    def __init__(self, checking: Checking, jobs: Jobs, show: Show) -> None:
        self._checking = checking
        self._jobs = jobs
        self._show = show
        self._turn = 0
        self.state = ReceiptCheckState()

    def check(self, text: str) -> None:
        """Check a number or a link."""
        text = text.strip()
        if not text:
            self.clear()
            return
        self._turn += 1
        turn = self._turn
        self._present(replace(self.state, text=text, failure=None))
        self._jobs.run(
            Lane.LOCAL, lambda: self._checking.verify(text), lambda told: self._verified(turn, text, told)
        )

    def clear(self) -> None:
        """Make room for the next receipt; the list stays."""
        self._turn += 1
        self._present(replace(self.state, text="", turn=None, failure=None))

    def recall(self, turn: int) -> None:
        """Show a check of the list again."""
        found = next((each for each in self.state.checks if each.turn == turn), None)
        if found is not None:
            self._present(replace(self.state, text=found.text, turn=turn, failure=None))

    def _verified(self, turn: int, text: str, outcome: Ok[ReceiptCheck] | Err) -> None:
        in_sight = turn == self._turn
        if isinstance(outcome, Err):
            if in_sight:
                self._present(replace(self.state, turn=None, failure=outcome.failure))
            return
        asking = outcome.value.by_signature
        others = tuple(each for each in self.state.checks if each.text != text)
        checks = (Checked(turn, text, outcome.value, asking=asking), *others)[:KEPT]
        self._present(replace(self.state, checks=checks, turn=turn if in_sight else self.state.turn))
        if asking:
            self._jobs.run(
                Lane.NETWORK, lambda: self._checking.ask(text), lambda told: self._answered(turn, told)
            )

    def _answered(self, turn: int, outcome: Ok[BranchAnswer] | Err) -> None:
        def answered(each: Checked) -> Checked:
            if each.turn != turn:
                return each
            if isinstance(outcome, Err):
                return replace(each, asking=False, unreached=outcome.failure)
            return replace(each, asking=False, answer=outcome.value)

        self._present(replace(self.state, checks=tuple(map(answered, self.state.checks))))

    def _present(self, state: ReceiptCheckState) -> None:
        self.state = state
        self._show(state)
