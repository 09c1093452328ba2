"""What the dialog for participants whom the agent serves already does: reads a list, and keeps it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.portfolio import PortfolioFile
from perisai_desktop.ui.screens.portfolio.state import PortfolioState


class Lists(Protocol):
    """Where lists are read and kept."""

    def read(self, path: Path) -> PortfolioFile:
        """Judge every line; raises Failure."""

    def keep(self, read: PortfolioFile) -> int:
        """Keep the participants; raises Failure."""


class PortfolioPresenter:
    """`done` hears that somebody was taken in."""

    def __init__(
        self, lists: Lists, jobs: Jobs, show: Callable[[PortfolioState], None], done: Callable[[], None]
    ) -> None:
        self._lists = lists
        self._jobs = jobs
        self._show = show
        self._done = done
        self.state = PortfolioState()

    def read(self, path: Path) -> None:
        """Read a list; whatever was read before is forgotten."""
        if not self.state.busy:
            self._present(PortfolioState(busy=True))
            self._jobs.run(Lane.LOCAL, lambda: self._lists.read(path), self._was_read)

    def keep(self) -> None:
        """Keep who can be taken in, once."""
        state = self.state
        if not state.ready or state.read is None:
            return
        read = state.read
        self._present(replace(state, busy=True, failure=None))
        self._jobs.run(Lane.LOCAL, lambda: self._lists.keep(read), self._kept)

    def _was_read(self, outcome: Ok[PortfolioFile] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(PortfolioState(failure=outcome.failure))
        else:
            self._present(PortfolioState(outcome.value))

    def _kept(self, outcome: Ok[int] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._present(replace(self.state, busy=False, kept=outcome.value))
            self._done()

    def _present(self, state: PortfolioState) -> None:
        self.state = state
        self._show(state)
