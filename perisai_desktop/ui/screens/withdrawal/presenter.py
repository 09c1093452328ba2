"""What the dialog for consent that is taken back does: reads what was agreed to, and writes what no longer is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.draft import Stroke
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.withdrawal.state import WithdrawalState


class Consents(Protocol):
    """Where consent is taken back."""

    def purposes(self, worker_id: str) -> tuple[str, ...]:
        """What the worker agrees to; raises Failure."""

    def withdraw(
        self,
        worker_id: str,
        purposes: Collection[str],
        signature: Sequence[Stroke],
        signed_by: str | None = None,
    ) -> str:
        """Write what the worker agrees to no longer; raises Failure."""


class WithdrawalPresenter:
    """`done` hears the entry that was written."""

    def __init__(
        self,
        consents: Consents,
        jobs: Jobs,
        show: Callable[[WithdrawalState], None],
        worker_id: str,
        done: Callable[[str], None],
    ) -> None:
        self._consents = consents
        self._jobs = jobs
        self._show = show
        self._worker_id = worker_id
        self._done = done
        self.state = WithdrawalState()

    def load(self) -> None:
        """Read what the worker agrees to."""
        self._jobs.run(Lane.LOCAL, lambda: self._consents.purposes(self._worker_id), self._read)

    def choose(self, code: str, *, on: bool) -> None:
        """Take a purpose back, or leave it."""
        chosen = self.state.chosen | {code} if on else self.state.chosen - {code}
        self._present(replace(self.state, chosen=chosen, failure=None))

    def name(self, signed_by: str) -> None:
        """Who signs in the worker's place."""
        self._present(replace(self.state, signed_by=signed_by, failure=None))

    def sign(self, strokes: tuple[Stroke, ...]) -> None:
        """Take the signature."""
        self._present(replace(self.state, signature=strokes, failure=None))

    def withdraw(self) -> None:
        """Write it down; once at a time."""
        state = self.state
        if not state.ready:
            return
        self._present(replace(state, busy=True, failure=None))
        self._jobs.run(
            Lane.LOCAL,
            lambda: self._consents.withdraw(
                self._worker_id, state.chosen, state.signature, state.signed_by or None
            ),
            self._written,
        )

    def _read(self, outcome: Ok[tuple[str, ...]] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, loaded=True, failure=outcome.failure))
        else:
            self._present(replace(self.state, loaded=True, purposes=outcome.value))

    def _written(self, outcome: Ok[str] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._done(outcome.value)

    def _present(self, state: WithdrawalState) -> None:
        self.state = state
        self._show(state)
