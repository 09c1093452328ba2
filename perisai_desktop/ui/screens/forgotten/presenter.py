"""What the dialog for a forgotten password does: saves the request, takes the answer, sets the new password."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.reopening import ReopenQuestion
from perisai_desktop.ui.screens.forgotten.state import ForgottenState


class Reopener(Protocol):
    """The way to a new password of one profile; all but `pending` and `withdraw` raise Failure."""

    def pending(self) -> ReopenQuestion | None: ...
    def file_name(self) -> str: ...
    def ask(self, place: Path) -> ReopenQuestion: ...
    def withdraw(self) -> None: ...
    def prove(self, place: Path) -> bytes: ...
    def reopen(self, answer: bytes, password: str) -> None: ...


class ForgottenPresenter:
    """One step at a time; `done` hears the new password once it is the one of the store."""

    def __init__(
        self,
        reopener: Reopener,
        jobs: Jobs,
        show: Callable[[ForgottenState], None],
        done: Callable[[str], None],
    ) -> None:
        self._reopener = reopener
        self._jobs = jobs
        self._show = show
        self._done = done
        self._answer = b""
        self.state = ForgottenState()

    def look(self) -> None:
        """Read whether the branch was asked already."""
        self._begin()
        self._jobs.run(
            Lane.LOCAL, lambda: (self._reopener.pending(), self._reopener.file_name()), self._looked
        )

    def save(self, place: Path) -> None:
        """Save the file for the branch; the request is made where there is none."""
        if self.state.ready:
            self._begin()
            self._jobs.run(
                Lane.LOCAL,
                lambda: (self._reopener.ask(place), self._reopener.file_name(), place.name),
                self._saved,
            )

    def withdraw(self) -> None:
        """Want no answer to this request any more."""
        if self.state.ready:
            self._begin()
            self._jobs.run(Lane.LOCAL, self._reopener.withdraw, lambda _outcome: self.look())

    def take(self, place: Path) -> None:
        """Open the branch's answer."""
        if self.state.ready:
            self._begin()
            self._jobs.run(Lane.LOCAL, lambda: self._reopener.prove(place), self._proved)

    def choose(self, password: str, again: str) -> None:
        """Set the new password."""
        if not self.state.ready or not self.state.proven:
            return
        if password != again:
            self._present(replace(self.state, differ=True, failure=None))
            return
        self._begin()

        def set_it() -> str:
            self._reopener.reopen(self._answer, password)
            return password

        self._jobs.run(Lane.LOCAL, set_it, self._set)

    def _looked(self, outcome: Ok[tuple[ReopenQuestion | None, str]] | Err) -> None:
        if isinstance(outcome, Err):
            self._failed(outcome)
        else:
            question, name = outcome.value
            self._present(ForgottenState(question, name))

    def _saved(self, outcome: Ok[tuple[ReopenQuestion, str, str]] | Err) -> None:
        if isinstance(outcome, Err):
            self._failed(outcome)
        else:
            question, name, saved = outcome.value
            self._present(ForgottenState(question, name, saved))

    def _proved(self, outcome: Ok[bytes] | Err) -> None:
        if isinstance(outcome, Err):
            self._failed(outcome)
        else:
            self._answer = outcome.value
            self._present(replace(self.state, busy=False, proven=True))

    def _set(self, outcome: Ok[str] | Err) -> None:
        if isinstance(outcome, Err):
            self._failed(outcome)
        else:
            self._done(outcome.value)

    def _begin(self) -> None:
        self._present(replace(self.state, busy=True, differ=False, failure=None))

    def _failed(self, outcome: Err) -> None:
        self._present(replace(self.state, busy=False, failure=outcome.failure))

    def _present(self, state: ForgottenState) -> None:
        self.state = state
        self._show(state)
