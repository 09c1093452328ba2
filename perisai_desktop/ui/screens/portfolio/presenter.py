"""What the dialog for participants whom the agent serves already does: reads a list, and keeps it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.portfolio import PortfolioFile
from perisai_desktop.ui.screens.portfolio.state import PortfolioState


class OnItsWay(Protocol):
    """A list that is being read."""

    @property
    def lines(self) -> int: ...
    @property
    def read(self) -> PortfolioFile: ...
    @property
    def head(self) -> ListHead: ...
    def close(self) -> None: ...


R = TypeVar("R", bound=OnItsWay)


class Lists(Protocol[R]):
    """Where lists are read and kept; each raises Failure."""

    def open(self, path: Path) -> R: ...
    def take(self, reading: R) -> bool: ...
    def keep(self, read: PortfolioFile) -> int: ...


class PortfolioPresenter(Generic[R]):
    """`done` hears that somebody was taken in."""

    def __init__(
        self, lists: Lists[R], jobs: Jobs, show: Callable[[PortfolioState], None], done: Callable[[], None]
    ) -> None:
        self._lists = lists
        self._jobs = jobs
        self._show = show
        self._done = done
        self._given_up = False
        self.state = PortfolioState()

    def read(self, path: Path) -> None:
        """Read a list, some lines at a time; whatever was read before is forgotten."""
        if not self.state.busy:
            self._given_up = False
            self._present(PortfolioState(busy=True))
            self._jobs.run(Lane.LOCAL, lambda: self._lists.open(path), self._opened)

    def give_up(self) -> None:
        """Stop reading; what was read is forgotten."""
        self._given_up = True

    def keep(self) -> None:
        """Keep who can be taken in, once."""
        state = self.state
        if not state.ready or state.read is None:
            return
        read = state.read
        self._present(replace(state, busy=True, failure=None))
        self._jobs.run(Lane.LOCAL, lambda: self._lists.keep(read), self._kept)

    def _opened(self, outcome: Ok[R] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(PortfolioState(failure=outcome.failure))
        else:
            self._go_on(outcome.value)

    def _go_on(self, reading: R) -> None:
        if self._given_up:
            self._end(reading, PortfolioState())
            return
        self._present(PortfolioState(busy=True, lines=reading.lines, of=reading.head.lines or 0))
        take = self._lists.take
        self._jobs.run(Lane.LOCAL, lambda: take(reading), lambda outcome: self._took(outcome, reading))

    def _took(self, outcome: Ok[bool] | Err, reading: R) -> None:
        if isinstance(outcome, Err):
            self._end(reading, PortfolioState(failure=outcome.failure))
        elif outcome.value:
            self._go_on(reading)
        else:
            self._end(reading, PortfolioState(reading.read))

    def _end(self, reading: R, state: PortfolioState) -> None:
        self._jobs.run(Lane.LOCAL, reading.close, lambda _outcome: self._present(state))

    def _kept(self, outcome: Ok[int] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._present(replace(self.state, busy=False, kept=outcome.value))
            self._done()

    def _present(self, state: PortfolioState) -> None:
        self.state = state
        self._show(state)
