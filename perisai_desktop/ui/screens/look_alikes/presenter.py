"""What the comparison does: reads who is like, and goes from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.look_alike import Comparison
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.look_alikes.state import LookAlikesState


class LookAlikesPresenter:
    """`read` finds who is like the person on the form; it raises Failure."""

    def __init__(
        self, read: Callable[[], Comparison], jobs: Jobs, show: Callable[[LookAlikesState], None]
    ) -> None:
        self._read = read
        self._jobs = jobs
        self._show = show
        self.state = LookAlikesState()

    def load(self) -> None:
        """Read them."""
        self._jobs.run(Lane.LOCAL, self._read, self._found)

    def next(self) -> None:
        """Show the next one, after the last the first."""
        count = len(self.state.others)
        if count:
            self._present(replace(self.state, place=(self.state.place + 1) % count))

    def _found(self, outcome: Ok[Comparison] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, loaded=True, failure=outcome.failure))
        else:
            self._present(LookAlikesState(outcome.value.mine, outcome.value.others, loaded=True))

    def _present(self, state: LookAlikesState) -> None:
        self.state = state
        self._show(state)
