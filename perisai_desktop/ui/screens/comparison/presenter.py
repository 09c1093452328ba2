"""What the comparison does: reads both records, goes to the next one, and sends what a reviewer says of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.comparison import Comparison, PairVerdict
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.comparison.state import ComparisonState
from sync.rules.pairs import Saying


class Comparing(Protocol):
    """The branch, as far as pairs of records go; every method raises Failure."""

    def compared(self, entry_id: str, other_id: str | None = None) -> Comparison:
        """A record beside another one."""

    def say(self, seen: Comparison, verdict: PairVerdict) -> Comparison:
        """Say of what is in sight whose it is."""


class ComparisonPresenter:
    """Says only something of the two contents on screen; what was typed stays there until the server has it."""

    def __init__(
        self, comparing: Comparing, entry_id: str, jobs: Jobs, show: Callable[[ComparisonState], None]
    ) -> None:
        self._comparing = comparing
        self._entry_id = entry_id
        self._jobs = jobs
        self._show = show
        self.state = ComparisonState()

    def load(self, other_id: str | None = None) -> None:
        """Read both."""
        self._ask(lambda: self._comparing.compared(self._entry_id, other_id), told=False)

    def next(self) -> None:
        """Put the next record beside this one."""
        following = None if self.state.seen is None else self.state.seen.following()
        if following is not None and not self.state.busy:
            self._present(replace(self.state, verdict=None))
            self.load(following)

    def begin(self, saying: Saying) -> None:
        """Begin to say it: the reason comes next."""
        if self.state.may(saying):
            self._present(replace(self.state, verdict=PairVerdict(saying, ""), failure=None))

    def cancel(self) -> None:
        """Leave what was begun; nothing was sent."""
        self._present(replace(self.state, verdict=None, failure=None))

    def give_reason(self, code: str) -> None:
        """Take the coded reason."""
        if self.state.verdict is not None:
            self._present(replace(self.state, verdict=replace(self.state.verdict, reason=code), failure=None))

    def write_note(self, text: str) -> None:
        """Take the note."""
        if self.state.verdict is not None:
            self._present(replace(self.state, verdict=replace(self.state.verdict, note=text)))

    def send(self) -> None:
        """Send it; without a reason the server is not even asked."""
        seen, verdict = self.state.seen, self.state.verdict
        if seen is None or verdict is None or self.state.busy:
            return
        if not verdict.reason:
            self._present(replace(self.state, failure=Failure(FailureCode.REASON_UNKNOWN)))
            return
        said = replace(verdict, note=verdict.note.strip())
        self._ask(lambda: self._comparing.say(seen, said), told=True)

    def _ask(self, work: Callable[[], Comparison], *, told: bool) -> None:
        self._present(replace(self.state, busy=True, failure=None))

        def came(outcome: Ok[Comparison] | Err) -> None:
            if isinstance(outcome, Err):
                self._present(replace(self.state, busy=False, failure=outcome.failure))
            else:
                self._present(ComparisonState(outcome.value, told=told or self.state.told))

        self._jobs.run(Lane.NETWORK, work, came)

    def _present(self, state: ComparisonState) -> None:
        self.state = state
        self._show(state)
