"""What the form for one's own password does: judges what is typed, and has the branch change it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.password import ACCOUNT_LEAST_SIGNS, strength
from perisai_desktop.ui.own_password.state import Gap, OwnPasswordState


class PasswordChanger(Protocol):
    """What changes the password of whoever is signed in."""

    def change(self, old: str, new: str) -> ReviewerIdentity:
        """Replace the password and stay signed in. Raises Failure."""


class OwnPasswordPresenter:
    """`done` hears who is signed in once the new password holds."""

    def __init__(
        self,
        changer: PasswordChanger,
        jobs: Jobs,
        show: Callable[[OwnPasswordState], None],
        done: Callable[[ReviewerIdentity], None],
    ) -> None:
        self._changer = changer
        self._jobs = jobs
        self._show = show
        self._done = done
        self.state = OwnPasswordState()

    def judge(self, new: str) -> None:
        """Say how strong the password is that is being typed."""
        judged = strength(new, ACCOUNT_LEAST_SIGNS) if new else None
        if judged is not self.state.strength or self.state.gaps:
            self._present(replace(self.state, strength=judged, gaps=frozenset()))

    def choose(self, old: str, new: str, again: str) -> None:
        """Have `new` hold from here on."""
        if self.state.busy or self.state.changed:
            return
        gaps = frozenset(_gaps(old, new, again))
        judged = strength(new, ACCOUNT_LEAST_SIGNS)
        self._present(OwnPasswordState(gaps, judged, busy=not gaps))
        if not gaps:
            self._jobs.run(Lane.NETWORK, lambda: self._changer.change(old, new), self._answered)

    def _answered(self, outcome: Ok[ReviewerIdentity] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._present(OwnPasswordState(changed=True))
            self._done(outcome.value)

    def _present(self, state: OwnPasswordState) -> None:
        self.state = state
        self._show(state)


def _gaps(old: str, new: str, again: str) -> Iterator[Gap]:
    if not old:
        yield Gap.OLD_MISSING
    if not strength(new, ACCOUNT_LEAST_SIGNS).accepted:
        yield Gap.WEAK
    elif new == old:
        yield Gap.AS_OLD
    elif new != again:
        yield Gap.DIFFER
