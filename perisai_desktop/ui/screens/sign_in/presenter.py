"""What the sign-in screen does: opens the store with a password, or in practice with one key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.sign_in.state import SignInState

if TYPE_CHECKING:
    from perisai_desktop.services.desk import AgentDesk

Show = Callable[[SignInState], None]

_BLOCKING = frozenset(
    {
        FailureCode.ALREADY_RUNNING,
        FailureCode.NOT_ENROLLED,
        FailureCode.STORE_DAMAGED,
        FailureCode.STORE_NEWER,
        FailureCode.STORE_UNREADABLE,
        FailureCode.KEY_FILE_DAMAGED,
        FailureCode.REFERENCE_DAMAGED,
    }
)


class Door(Protocol):
    """The way into the store."""

    def lockout(self) -> int:
        """Minutes in which no password is taken, 0 for none."""

    def sign_in(self, password: str) -> AgentDesk:
        """Open the store; raises Failure."""


class SignInPresenter:
    """One attempt at a time; `practise` opens the practice store without a password, None outside practice."""

    def __init__(
        self,
        door: Door,
        jobs: Jobs,
        show: Show,
        signed_in: Callable[[AgentDesk], None],
        practise: Callable[[], AgentDesk] | None = None,
    ) -> None:
        self._door = door
        self._jobs = jobs
        self._show = show
        self._signed_in = signed_in
        self._practise = practise
        self.state = SignInState(practice=practise is not None)

    def open(self) -> None:
        """Show the screen, with the minutes that are left where too many passwords were wrong."""
        self._present(replace(self.state, minutes=0 if self._practise else self._door.lockout()))

    def bar(self, failure: Failure) -> None:
        """No password can help: say why."""
        self._present(replace(self.state, failure=failure, blocked=True))

    def wait(self) -> None:
        """Time has passed: ask again how long no password is taken."""
        if self.state.minutes:
            minutes = self._door.lockout()
            failure = self.state.failure if minutes else None
            self._present(replace(self.state, minutes=minutes, failure=failure))

    def sign_in(self, password: str) -> None:
        """Open the store with `password`."""
        if self.state.open and password:
            self._enter(lambda: self._door.sign_in(password))

    def enter_anew(self, password: str) -> None:
        """Open the store with a password that was just set, whatever kept the one before from being taken."""
        self._present(replace(self.state, minutes=0, failure=None, blocked=False))
        self.sign_in(password)

    def practise(self) -> None:
        """Open the practice store."""
        if self._practise is not None and self.state.open:
            self._enter(self._practise)

    def _enter(self, way: Callable[[], AgentDesk]) -> None:
        self._present(replace(self.state, busy=True, failure=None))
        self._jobs.run(Lane.LOCAL, way, self._answered)

    def _answered(self, outcome: Ok[AgentDesk] | Err) -> None:
        if isinstance(outcome, Ok):
            self._present(replace(self.state, busy=False))
            self._signed_in(outcome.value)
            return
        failure = outcome.failure
        self._present(
            replace(
                self.state,
                busy=False,
                failure=failure,
                minutes=0 if self._practise else self._door.lockout(),
                blocked=failure.code in _BLOCKING,
            )
        )

    def _present(self, state: SignInState) -> None:
        self.state = state
        self._show(state)
