"""What the dialog for new receipt numbers does: asks what the branch has to be told, and takes its code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.standing import EpochQuestion
from perisai_desktop.ui.screens.numbers.state import NumbersState

Show = Callable[[NumbersState], None]


class Phoning(Protocol):
    """New receipt numbers by phone."""

    def question(self) -> EpochQuestion | None:
        """What the branch has to be told, None where the laptop may write."""

    def answer(self, typed: str) -> int:
        """Begin the epoch that a code grants; raises Failure."""


class NumbersPresenter:
    """One answer at a time; `begun` hears that the laptop may write again."""

    def __init__(
        self, phoning: Phoning, jobs: Jobs, show: Show, begun: Callable[[], None] = lambda: None
    ) -> None:
        self._phoning = phoning
        self._jobs = jobs
        self._show = show
        self._begun = begun
        self.state = NumbersState()

    def look(self) -> None:
        """Read what the branch has to be told."""
        self._jobs.run(Lane.LOCAL, self._phoning.question, self._asked)

    def type_code(self, text: str) -> None:
        """Take what was typed of the code."""
        self._present(replace(self.state, code=text, failure=None))

    def send(self) -> None:
        """Try the code."""
        state = self.state
        if state.busy or state.question is None or state.begun is not None:
            return
        self._present(replace(state, busy=True, failure=None))
        self._jobs.run(Lane.LOCAL, lambda: self._phoning.answer(state.code), self._answered)

    def _asked(self, outcome: Ok[EpochQuestion | None] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure, loaded=True))
            return
        self._present(replace(self.state, question=outcome.value, loaded=True))

    def _answered(self, outcome: Ok[int] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            self.look()
            return
        self._present(replace(self.state, busy=False, begun=outcome.value))
        self._begun()

    def _present(self, state: NumbersState) -> None:
        self.state = state
        self._show(state)
