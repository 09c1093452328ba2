"""What the reviewer's sign-in does: one call to the server, and its answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Generic, Protocol, TypeVar

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.review_sign_in.state import ReviewSignInState

Show = Callable[[ReviewSignInState], None]


class Session(Protocol):
    """What signs a reviewer in at a server."""

    def sign_in(self, user: str, password: str) -> ReviewerIdentity:
        """Begin a session. Raises Failure."""

    def sign_out(self) -> None:
        """End it. Raises Failure."""


S = TypeVar("S", bound=Session)


class ReviewSignInPresenter(Generic[S]):
    """Makes the reviewing service for the typed server and signs in with it."""

    def __init__(
        self,
        connect: Callable[[str], S],
        jobs: Jobs,
        show: Show,
        signed_in: Callable[[S, ReviewerIdentity], None],
        server: str = "",
    ) -> None:
        self._connect = connect
        self._jobs = jobs
        self._show = show
        self._signed_in = signed_in
        self.state = ReviewSignInState(server)

    def sign_in(self, server: str, login: str, password: str) -> None:
        """Ask the server at address `server`; on success the reviewer's screens open."""
        if self.state.busy:
            return
        self._present(ReviewSignInState(server, login, busy=True))
        self._jobs.run(Lane.NETWORK, lambda: self._entered(server, login, password), self._answered)

    def _entered(self, server: str, login: str, password: str) -> tuple[S, ReviewerIdentity]:
        reviewing = self._connect(server)
        reviewer = reviewing.sign_in(login, password)
        if not reviewer.reviews:
            reviewing.sign_out()
            raise Failure(FailureCode.NOTHING_TO_REVIEW)
        return reviewing, reviewer

    def _answered(self, outcome: Ok[tuple[S, ReviewerIdentity]] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        reviewing, reviewer = outcome.value
        self._present(replace(self.state, busy=False, reviewer=reviewer))
        self._signed_in(reviewing, reviewer)

    def _present(self, state: ReviewSignInState) -> None:
        self.state = state
        self._show(state)
