"""What the reviewer's sign-in does: one call to the server, and a password of one's own where it asks for one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Generic, Protocol, TypeVar

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.own_password.presenter import OwnPasswordPresenter, PasswordChanger
from perisai_desktop.ui.own_password.state import OwnPasswordState
from perisai_desktop.ui.screens.review_sign_in.state import ReviewSignInState

Show = Callable[[ReviewSignInState], None]


class Session(Protocol):
    """What signs a reviewer in at a server."""

    def sign_in(self, user: str, password: str) -> ReviewerIdentity:
        """Begin a session. Raises Failure."""

    def sign_out(self) -> None:
        """End it. Raises Failure."""

    @property
    def password(self) -> PasswordChanger:
        """What changes the password of the session."""


S = TypeVar("S", bound=Session)


@dataclass(frozen=True, slots=True)
class _Choosing(Generic[S]):
    """A session that only serves to replace the password `given` by somebody else."""

    session: S
    given: str = field(repr=False)
    own: OwnPasswordPresenter


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
        self._choosing: _Choosing[S] | None = None
        self.state = ReviewSignInState(server)

    def sign_in(self, server: str, login: str, password: str) -> None:
        """Ask the server at address `server`; on success the reviewer's screens open."""
        if self.state.busy:
            return
        self._present(ReviewSignInState(server, login, busy=True))
        self._jobs.run(
            Lane.NETWORK,
            lambda: self._entered(server, login, password),
            lambda outcome: self._answered(outcome, password),
        )

    def judge(self, new: str) -> None:
        """Say how strong the password is that is being typed."""
        if self._choosing is not None:
            self._choosing.own.judge(new)

    def choose(self, new: str, again: str) -> None:
        """Replace the password that was given by one's own, and go in."""
        if self._choosing is not None:
            self._choosing.own.choose(self._choosing.given, new, again)

    def back(self) -> None:
        """Choose no password after all: the session ends, and the sign-in is shown again."""
        if self._choosing is not None and not self._choosing.own.state.busy:
            reviewing, self._choosing = self._choosing.session, None
            self._jobs.run(Lane.NETWORK, reviewing.sign_out, lambda _outcome: None)
            self._present(ReviewSignInState(self.state.server, self.state.login))

    def _entered(self, server: str, login: str, password: str) -> tuple[S, ReviewerIdentity]:
        reviewing = self._connect(server)
        reviewer = reviewing.sign_in(login, password)
        if not reviewer.reviews:
            reviewing.sign_out()
            raise Failure(FailureCode.NOTHING_TO_REVIEW)
        return reviewing, reviewer

    def _answered(self, outcome: Ok[tuple[S, ReviewerIdentity]] | Err, password: str) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        reviewing, reviewer = outcome.value
        if not reviewer.must_change:
            self._enter(reviewing, reviewer)
            return
        own = OwnPasswordPresenter(
            reviewing.password, self._jobs, self._show_own, lambda who: self._enter(reviewing, who)
        )
        self._choosing = _Choosing(reviewing, password, own)
        self._present(replace(self.state, busy=False, own=own.state))

    def _show_own(self, own: OwnPasswordState) -> None:
        self._present(replace(self.state, own=own))

    def _enter(self, reviewing: S, reviewer: ReviewerIdentity) -> None:
        self._choosing = None
        self._present(replace(self.state, busy=False, reviewer=reviewer))
        self._signed_in(reviewing, reviewer)

    def _present(self, state: ReviewSignInState) -> None:
        self.state = state
        self._show(state)
