"""What the dialog for a void does: tells what would be voided, and asks the branch for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.undoing import CoveredWorker, VoidOutlook
from perisai_desktop.ui.screens.voiding.state import CashTaken, VoidState


class Voids(Protocol):
    """Asks for voids."""

    def covered(self, number: str) -> tuple[CoveredWorker, ...]:
        """The workers on a receipt; raises Failure."""

    def outlook(self, number: str, worker_id: str | None = None) -> VoidOutlook:
        """What would be voided; raises Failure."""

    def request(self, number: str, reason: str, cash: CashTaken, worker_id: str | None = None) -> str:
        """Ask the branch; raises Failure."""


class VoidPresenter:
    """`done` hears the request that was written."""

    def __init__(
        self,
        voids: Voids,
        jobs: Jobs,
        show: Callable[[VoidState], None],
        number: str,
        done: Callable[[str], None],
    ) -> None:
        self._voids = voids
        self._jobs = jobs
        self._show = show
        self._done = done
        self.state = VoidState(number)

    def load(self) -> None:
        """Read who is on the receipt, and what a void of all of it would be about."""
        number = self.state.number
        self._jobs.run(Lane.LOCAL, lambda: self._voids.covered(number), self._covered)
        self._look()

    def choose_worker(self, worker_id: str | None) -> None:
        """The whole receipt, or one worker on it."""
        if worker_id != self.state.worker_id:
            self._present(replace(self.state, worker_id=worker_id, outlook=None, failure=None))
            self._look()

    def choose_reason(self, code: str) -> None:
        """Take the reason."""
        self._present(replace(self.state, reason=code, failure=None))

    def choose_cash(self, cash: CashTaken) -> None:
        """Whether money was taken."""
        self._present(replace(self.state, cash=cash, failure=None))

    def ask(self) -> None:
        """Ask the branch; once at a time."""
        state = self.state
        if not state.ready or state.cash is None:
            return
        cash = state.cash
        self._present(replace(state, busy=True, failure=None))
        self._jobs.run(
            Lane.LOCAL,
            lambda: self._voids.request(state.number, state.reason, cash, state.worker_id),
            self._asked,
        )

    def _look(self) -> None:
        number, worker_id = self.state.number, self.state.worker_id
        self._jobs.run(
            Lane.LOCAL,
            lambda: self._voids.outlook(number, worker_id),
            lambda outcome: self._looked(worker_id, outcome),
        )

    def _covered(self, outcome: Ok[tuple[CoveredWorker, ...]] | Err) -> None:
        if isinstance(outcome, Ok):
            self._present(replace(self.state, workers=outcome.value))

    def _looked(self, worker_id: str | None, outcome: Ok[VoidOutlook] | Err) -> None:
        if worker_id != self.state.worker_id:
            return
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
        else:
            self._present(replace(self.state, outlook=outcome.value))

    def _asked(self, outcome: Ok[str] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._done(outcome.value)

    def _present(self, state: VoidState) -> None:
        self.state = state
        self._show(state)
