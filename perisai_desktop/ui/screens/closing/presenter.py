"""What the closing of a day does: reads which date is open, takes the count, and closes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.till import ClosingOutlook
from perisai_desktop.ui.screens.closing.state import ClosingState


class Days(Protocol):
    """The days of the till."""

    def outlook(self) -> ClosingOutlook:
        """The date to close next; raises Failure."""

    def close(self, on: date, counts: Mapping[int, int], reason: str = "") -> str:
        """Write the closing of a date; raises Failure."""


class ClosingPresenter:
    """`done` hears the entry that closed the day."""

    def __init__(
        self, days: Days, jobs: Jobs, show: Callable[[ClosingState], None], done: Callable[[str], None]
    ) -> None:
        self._days = days
        self._jobs = jobs
        self._show = show
        self._done = done
        self.state = ClosingState()

    def load(self) -> None:
        """Read which date is open, and what must be there."""
        self._jobs.run(Lane.LOCAL, self._days.outlook, self._read)

    def type_count(self, denomination: int, text: str) -> None:
        """Take what was typed for a denomination."""
        typed = {**self.state.typed, denomination: text}
        self._present(replace(self.state, typed=typed, failure=None))

    def choose_reason(self, code: str) -> None:
        """Take the reason for a difference."""
        self._present(replace(self.state, reason=code, failure=None))

    def close(self) -> None:
        """Close the day; once at a time."""
        state = self.state
        if not state.ready or state.outlook is None:
            return
        on = state.outlook.on
        self._present(replace(state, busy=True, failure=None))
        self._jobs.run(Lane.LOCAL, lambda: self._days.close(on, state.counts, state.reason), self._closed)

    def _read(self, outcome: Ok[ClosingOutlook] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
        else:
            self._present(replace(self.state, outlook=outcome.value))

    def _closed(self, outcome: Ok[str] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._done(outcome.value)

    def _present(self, state: ClosingState) -> None:
        self.state = state
        self._show(state)
