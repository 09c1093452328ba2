"""One run of the sync at a time, whoever asked for it: everybody who watches sees the same progress and the same end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.exchange import Run, SyncProgress, SyncReport
from perisai_desktop.domain.outcome import Err, Ok

Post = Callable[[Callable[[], None]], None]
Ended = Callable[[Ok[SyncReport] | Err], None]


class Syncing(Protocol):
    """The exchange with the branch."""

    def run(self, progress: Callable[[SyncProgress], None], cancelled: Callable[[], bool]) -> SyncReport:
        """Send and fetch until nothing is left; raises Failure."""


class ExchangeRuns:
    """`post` runs what a job tells on the screen's thread; a run goes on whatever screen is in sight."""

    def __init__(self, syncing: Syncing, jobs: Jobs, post: Post) -> None:
        self._syncing = syncing
        self._jobs = jobs
        self._post = post
        self._watching: list[Callable[[Run], None]] = []
        self._waiting: list[Ended] = []
        self._next: list[Ended] = []
        self._stop = False
        self.state = Run()

    def watch(self, told: Callable[[Run], None]) -> None:
        """Tell of every step from here on."""
        self._watching.append(told)

    def begin(self, ended: Ended = lambda _outcome: None) -> None:
        """Send and fetch, right after the run under way where there is one; `ended` hears the outcome."""
        if self.state.running:
            self._next.append(ended)
            return
        self._waiting, self._next = [*self._next, ended], []
        self._stop = False
        self._tell(Run(running=True, ended=self.state.ended))
        self._jobs.run(Lane.NETWORK, self._run, self._ended)

    def stop(self) -> None:
        """Stop after the step under way; what was acknowledged stays so, the rest waits."""
        if self.state.running:
            self._stop = True
            self._tell(replace(self.state, stopping=True))

    def _run(self) -> SyncReport:
        return self._syncing.run(self._progressed, lambda: self._stop)

    def _progressed(self, progress: SyncProgress) -> None:
        self._post(lambda: self._advance(progress))

    def _advance(self, progress: SyncProgress) -> None:
        if self.state.running:
            self._tell(replace(self.state, progress=progress))

    def _ended(self, outcome: Ok[SyncReport] | Err) -> None:
        ended = Run(ended=self.state.ended + 1)
        if isinstance(outcome, Err):
            self._tell(replace(ended, failure=outcome.failure))
        else:
            self._tell(replace(ended, report=outcome.value))
        for told in self._waiting:
            told(outcome)
        if self._next:
            self.begin(self._next.pop())

    def _tell(self, state: Run) -> None:
        self.state = state
        for told in self._watching:
            told(state)
