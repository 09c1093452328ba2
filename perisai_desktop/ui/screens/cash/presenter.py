"""What the cash screen does: reads the book of the till, and the entries behind the sum that is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.till_book import CashBook, CashMovement, CashSort
from perisai_desktop.ui.screens.cash.state import CashState, Grouping

Show = Callable[[CashState], None]
AT_ONCE = 200
"""Entries that are read before all others: more than a screen holds."""
A_PAGE = 2_000
"""Entries of each read that follows: a save waits for no more than one."""
Read = tuple[CashBook, tuple[CashMovement, ...]]


class Books(Protocol):
    """The book of the till."""

    def look(self) -> CashBook:
        """The book as it stands; raises Failure."""

    def movements(
        self,
        sort: CashSort | None = None,
        on: date | None = None,
        limit: int | None = None,
        behind: CashMovement | None = None,
    ) -> tuple[CashMovement, ...]:
        """The newest entries behind a sum, or behind one of them; raises Failure."""


class CashPresenter:
    """A late answer never replaces what was chosen since."""

    def __init__(self, books: Books, jobs: Jobs, show: Show) -> None:
        self._books = books
        self._jobs = jobs
        self._show = show
        self.state = CashState()

    def load(self) -> None:
        """Read everything again; what is open stays open."""
        state = self.state

        def work() -> Read:
            return self._books.look(), self._books.movements(state.sort, state.on, AT_ONCE)

        self._jobs.run(Lane.LOCAL, work, lambda outcome: self._read(state, outcome))

    def group(self, grouping: Grouping) -> None:
        """Lay the sums out by sort or by day; all entries are in sight again."""
        if grouping is not self.state.grouping:
            self._open(replace(self.state, grouping=grouping, sort=None, on=None))

    def open_sort(self, sort: CashSort | None) -> None:
        """Show the entries of a sort, all where it is None."""
        if sort is not self.state.sort or self.state.on is not None:
            self._open(replace(self.state, sort=sort, on=None))

    def open_day(self, on: date | None) -> None:
        """Show the entries of a local date, all where it is None."""
        if on != self.state.on or self.state.sort is not None:
            self._open(replace(self.state, sort=None, on=on))

    def _open(self, state: CashState) -> None:
        self._present(state)
        self.load()

    def _read(self, asked: CashState, outcome: Ok[Read] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
            return
        book, movements = outcome.value
        if _same(asked, self.state):
            self._present(replace(self.state, book=book, movements=movements, failure=None))
            if len(movements) == AT_ONCE:
                self._read_on(asked, movements)

    def _read_on(self, asked: CashState, so_far: tuple[CashMovement, ...]) -> None:
        """The newest entries are in sight: read all of them, page by page, and show them once all are there."""

        def work() -> tuple[CashMovement, ...]:
            return self._books.movements(asked.sort, asked.on, A_PAGE, so_far[-1])

        def read(outcome: Ok[tuple[CashMovement, ...]] | Err) -> None:
            if isinstance(outcome, Err) or not _same(asked, self.state):
                return
            found = so_far + outcome.value
            if len(outcome.value) == A_PAGE:
                self._read_on(asked, found)
            else:
                self._present(replace(self.state, movements=found))

        self._jobs.run(Lane.LOCAL, work, read)

    def _present(self, state: CashState) -> None:
        self.state = state
        self._show(state)


def _same(asked: CashState, state: CashState) -> bool:
    """Whether what was asked for is still open."""
    return (asked.sort, asked.on) == (state.sort, state.on)
