"""What the start of the day does: looks at one thing after the other, and shows each as soon as it is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.readiness import Check, PrinterStanding, Standing
from perisai_desktop.ui.screens.ready_for_work.state import ReadyState

Show = Callable[[ReadyState], None]


class Readiness(Protocol):
    """Where the facts come from."""

    def standing(self, check: Check) -> Standing:
        """Look at one thing but the printer; raises Failure."""


class ReadyPresenter:
    """`printer` asks the system, which may take its time: nothing that is to be saved waits for it."""

    def __init__(
        self, readiness: Readiness, printer: Callable[[], PrinterStanding], jobs: Jobs, show: Show
    ) -> None:
        self._readiness = readiness
        self._printer = printer
        self._jobs = jobs
        self._show = show
        self._round = 0
        self._open: set[Check] = set()
        self.state = ReadyState()

    def look(self) -> None:
        """Look at everything again; what was known stays until the new fact is there."""
        self._round += 1
        self._present(replace(self.state, looking=True))
        self._open = set(Check)
        for check in Check:
            self._look_at(check, self._round)

    def _look_at(self, check: Check, this_round: int) -> None:
        look: Callable[[], Standing] = lambda: self._readiness.standing(check)  # noqa: E731
        lane = Lane.LOCAL
        if check is Check.PRINTER:
            look, lane = self._printer, Lane.PRINTER
        self._jobs.run(lane, look, lambda outcome: self._known(check, outcome, this_round))

    def _known(self, check: Check, outcome: Ok[Standing] | Err, this_round: int) -> None:
        if this_round != self._round:
            return
        self._open.discard(check)
        found, failures = dict(self.state.found), dict(self.state.failures)
        found.pop(check, None)
        failures.pop(check, None)
        if isinstance(outcome, Ok):
            found[check] = outcome.value
        else:
            failures[check] = outcome.failure
        self._present(ReadyState(found, failures, looking=bool(self._open)))

    def _present(self, state: ReadyState) -> None:
        self.state = state
        self._show(state)
