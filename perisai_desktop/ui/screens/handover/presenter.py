"""What the dialog for workers who pass to another agent does: reads what the branch decided, and follows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.handover import HandoverTask
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.handover.state import HandoverState


class Handovers(Protocol):
    """Where decisions are read and followed."""

    def waiting(self) -> tuple[HandoverTask, ...]:
        """What has not been followed; raises Failure."""

    def follow(self, decision_id: str) -> str:
        """Give or take the workers; raises Failure."""


class HandoverPresenter:
    """`done` hears each entry that was written."""

    def __init__(
        self,
        handovers: Handovers,
        jobs: Jobs,
        show: Callable[[HandoverState], None],
        done: Callable[[str], None] = lambda _entry_id: None,
    ) -> None:
        self._handovers = handovers
        self._jobs = jobs
        self._show = show
        self._done = done
        self.state = HandoverState()

    def load(self) -> None:
        """Read what waits."""
        self._jobs.run(Lane.LOCAL, self._handovers.waiting, self._read)

    def follow(self) -> None:
        """Give or take the workers of the decision that is shown; once at a time."""
        task = self.state.task
        if task is None or not self.state.ready:
            return
        self._present(replace(self.state, busy=True, failure=None))
        self._jobs.run(Lane.LOCAL, lambda: self._handovers.follow(task.decision_id), self._followed)

    def _read(self, outcome: Ok[tuple[HandoverTask, ...]] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, loaded=True, failure=outcome.failure))
        else:
            self._present(HandoverState(outcome.value, loaded=True))

    def _followed(self, outcome: Ok[str] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        self._done(outcome.value)
        self.load()

    def _present(self, state: HandoverState) -> None:
        self.state = state
        self._show(state)
