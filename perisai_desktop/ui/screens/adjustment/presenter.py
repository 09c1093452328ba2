"""What the dialog for a movement of cash does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.till import CashStep
from perisai_desktop.domain.till_book import CashBook
from perisai_desktop.ui.screens.adjustment.state import USUAL_REASONS, AdjustmentState


class Movements(Protocol):
    """Writes movements."""

    def adjust(self, what: CashStep, amount: int, reason: str) -> str:
        """Write one; raises Failure."""


class AdjustmentPresenter:
    """`look` reads the book of the till; `done` hears the entry that was written."""

    def __init__(
        self,
        movements: Movements,
        look: Callable[[], CashBook],
        jobs: Jobs,
        show: Callable[[AdjustmentState], None],
        done: Callable[[str], None],
    ) -> None:
        self._movements = movements
        self._look = look
        self._jobs = jobs
        self._show = show
        self._done = done
        self.state = AdjustmentState()

    def load(self) -> None:
        """Read the cash in hand."""
        self._present(self.state)
        self._jobs.run(Lane.LOCAL, self._look, self._read)

    def choose(self, what: CashStep) -> None:
        """Another movement, with its usual reason."""
        self._present(replace(self.state, what=what, reason=USUAL_REASONS[what], failure=None))

    def type_amount(self, text: str) -> None:
        """Take what was typed."""
        self._present(replace(self.state, typed=text, failure=None))

    def choose_reason(self, code: str) -> None:
        """Take a reason."""
        self._present(replace(self.state, reason=code, failure=None))

    def write(self) -> None:
        """Write the movement; once at a time."""
        state = self.state
        if state.ready:
            self._present(replace(state, busy=True, failure=None))
            self._jobs.run(
                Lane.LOCAL,
                lambda: self._movements.adjust(state.what, state.amount, state.reason),
                self._written,
            )

    def _read(self, outcome: Ok[CashBook] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
        else:
            self._present(replace(self.state, rupiah=outcome.value.rupiah))

    def _written(self, outcome: Ok[str] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._done(outcome.value)

    def _present(self, state: AdjustmentState) -> None:
        self.state = state
        self._show(state)
