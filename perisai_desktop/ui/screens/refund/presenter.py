"""What the dialog for money to be given back does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.draft import Stroke
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.undoing import RefundDue
from perisai_desktop.ui.screens.refund.state import Receiver, RefundState


class Refunds(Protocol):
    """Gives money back."""

    def due(self) -> tuple[RefundDue, ...]:
        """What the branch lets go; raises Failure."""

    def give_back(
        self, decision_id: str, received_by: Receiver, name: str, signature: Sequence[Stroke]
    ) -> str:
        """Write one refund; raises Failure."""


class RefundPresenter:
    """Another refund begins with the worker's own name and no signature; `done` hears the entry that was written."""

    def __init__(
        self, refunds: Refunds, jobs: Jobs, show: Callable[[RefundState], None], done: Callable[[str], None]
    ) -> None:
        self._refunds = refunds
        self._jobs = jobs
        self._show = show
        self._done = done
        self.state = RefundState()

    def load(self) -> None:
        """Read what is due."""
        self._jobs.run(Lane.LOCAL, self._refunds.due, self._read)

    def open(self, decision_id: str) -> None:
        """Open another one."""
        if decision_id != self.state.chosen:
            due = next((one for one in self.state.due if one.decision_id == decision_id), None)
            name = "" if due is None else due.worker_name
            self._present(
                replace(
                    self.state, chosen=decision_id, receiver="worker", name=name, signature=(), failure=None
                )
            )

    def choose_receiver(self, receiver: Receiver) -> None:
        """Who receives the money; only the worker's name is known."""
        refund = self.state.refund
        name = refund.worker_name if receiver == "worker" and refund is not None else ""
        self._present(replace(self.state, receiver=receiver, name=name, failure=None))

    def type_name(self, text: str) -> None:
        """Take the receiver's name."""
        self._present(replace(self.state, name=text, failure=None))

    def sign(self, strokes: tuple[Stroke, ...]) -> None:
        """Take the signature."""
        self._present(replace(self.state, signature=strokes, failure=None))

    def give_back(self) -> None:
        """Write the refund; once at a time."""
        state = self.state
        if state.ready:
            self._present(replace(state, busy=True, failure=None))
            self._jobs.run(
                Lane.LOCAL,
                lambda: self._refunds.give_back(state.chosen, state.receiver, state.name, state.signature),
                self._given,
            )

    def _read(self, outcome: Ok[tuple[RefundDue, ...]] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, loaded=True, failure=outcome.failure))
            return
        self._present(replace(self.state, due=outcome.value, loaded=True))
        if self.state.refund is None and outcome.value:
            self.open(outcome.value[0].decision_id)

    def _given(self, outcome: Ok[str] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._done(outcome.value)

    def _present(self, state: RefundState) -> None:
        self.state = state
        self._show(state)
