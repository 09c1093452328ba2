"""What the sync screen does: shows what is on its way, sends now, and stops between two steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.exchange import SyncOverview, SyncProgress, SyncReport
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.sync.state import SyncState

Show = Callable[[SyncState], None]
Post = Callable[[Callable[[], None]], None]


class Syncing(Protocol):
    """The exchange with the branch."""

    def overview(self) -> SyncOverview:
        """What is not final yet."""

    def run(self, progress: Callable[[SyncProgress], None], cancelled: Callable[[], bool]) -> SyncReport:
        """Send and fetch until nothing is left; raises Failure."""


class SyncPresenter:
    """`post` runs what a job tells on the screen's thread; `finished` hears that a run came to its end."""

    def __init__(
        self,
        syncing: Syncing,
        jobs: Jobs,
        show: Show,
        post: Post,
        finished: Callable[[], None] = lambda: None,
    ) -> None:
        self._syncing = syncing
        self._jobs = jobs
        self._show = show
        self._post = post
        self._finished = finished
        self._stop = False
        self.state = SyncState()

    def refresh(self) -> None:
        """Read again what is on its way."""
        self._jobs.run(Lane.LOCAL, self._syncing.overview, self._read)

    def send(self) -> None:
        """Send and fetch now."""
        if self.state.running:
            return
        self._stop = False
        self._present(
            replace(self.state, running=True, stopping=False, progress=None, report=None, failure=None)
        )
        self._jobs.run(Lane.NETWORK, self._run, self._ended)

    def cancel(self) -> None:
        """Stop after the step under way; what was acknowledged stays so, the rest waits."""
        if self.state.running:
            self._stop = True
            self._present(replace(self.state, stopping=True))

    def _run(self) -> SyncReport:
        return self._syncing.run(self._told, lambda: self._stop)

    def _told(self, progress: SyncProgress) -> None:
        self._post(lambda: self._advance(progress))

    def _advance(self, progress: SyncProgress) -> None:
        if self.state.running:
            self._present(replace(self.state, progress=progress))

    def _ended(self, outcome: Ok[SyncReport] | Err) -> None:
        ended = replace(self.state, running=False, stopping=False, runs=self.state.runs + 1)
        if isinstance(outcome, Err):
            self._present(replace(ended, failure=outcome.failure))
        else:
            self._present(replace(ended, report=outcome.value))
        self.refresh()
        self._finished()

    def _read(self, outcome: Ok[SyncOverview] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
        else:
            self._present(replace(self.state, overview=outcome.value))

    def _present(self, state: SyncState) -> None:
        self.state = state
        self._show(state)
