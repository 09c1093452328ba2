"""Reads somebody's list into a kelompok: columns first, then a few lines at a time, and it can be given up at any moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.kelompok import Kelompok
from perisai_desktop.domain.list_columns import Columns
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.kelompok.state import ReadingOn


class OpenList(Protocol):
    """A list whose lines are not read yet."""

    @property
    def head(self) -> ListHead: ...
    def close(self) -> None: ...


class OnItsWay(Protocol):
    """A list that is being read."""

    @property
    def taken(self) -> int: ...
    @property
    def before(self) -> int: ...


F = TypeVar("F", bound=OpenList)
N = TypeVar("N", bound=OnItsWay)


class Importing(Protocol[F, N]):
    """Where lists are read; each raises Failure."""

    def open(self, path: Path) -> F: ...
    def columns(self, head: ListHead) -> Columns: ...
    def begin(self, kelompok: Kelompok, file: F, columns: Columns) -> N: ...
    def take(self, intake: N) -> bool: ...
    def finish(self, intake: N) -> Kelompok: ...
    def cancel(self, intake: N) -> None: ...


class ListReader(Generic[F, N]):
    """`asked` shows the columns of a list, `told` how far it was read (None: no longer), `done` has the whole kelompok."""

    def __init__(
        self,
        importing: Importing[F, N],
        jobs: Jobs,
        asked: Callable[[ListHead, Columns], None],
        told: Callable[[ReadingOn | None], None],
        done: Callable[[Kelompok], None],
        failed: Callable[[Failure], None],
    ) -> None:
        self._importing = importing
        self._jobs = jobs
        self._asked = asked
        self._told = told
        self._done = done
        self._failed = failed
        self._file: F | None = None
        self._given_up = False

    def open(self, path: Path) -> None:
        """Open a list and ask which column is which."""
        self.put_away()

        def work() -> tuple[F, Columns]:
            file = self._importing.open(path)
            return file, self._importing.columns(file.head)

        self._jobs.run(Lane.LOCAL, work, self._opened)

    def put_away(self) -> None:
        """Let go of a list that is not read."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def read(self, kelompok: Kelompok, columns: Columns) -> None:
        """Read the list that is open."""
        file, self._file = self._file, None
        if file is None:
            return
        self._given_up = False
        self._jobs.run(
            Lane.LOCAL,
            lambda: self._importing.begin(kelompok, file, columns),
            lambda outcome: self._begun(outcome, file),
        )

    def give_up(self) -> None:
        """Stop reading; nothing of the list is kept."""
        self._given_up = True

    def _opened(self, outcome: Ok[tuple[F, Columns]] | Err) -> None:
        if isinstance(outcome, Err):
            self._failed(outcome.failure)
            return
        self._file, columns = outcome.value
        self._asked(self._file.head, columns)

    def _begun(self, outcome: Ok[N] | Err, file: F) -> None:
        if isinstance(outcome, Err):
            file.close()
            self._failed(outcome.failure)
        else:
            self._go_on(outcome.value, file.head)

    def _go_on(self, intake: N, head: ListHead) -> None:
        self._told(ReadingOn(head.name, intake.taken + intake.before, head.lines))
        if self._given_up:
            self._stop(intake, None)
            return
        self._jobs.run(
            Lane.LOCAL,
            lambda: self._importing.take(intake),
            lambda outcome: self._took(outcome, intake, head),
        )

    def _took(self, outcome: Ok[bool] | Err, intake: N, head: ListHead) -> None:
        if isinstance(outcome, Err):
            self._stop(intake, outcome.failure)
        elif outcome.value or self._given_up:
            self._go_on(intake, head)
        else:
            self._jobs.run(Lane.LOCAL, lambda: self._importing.finish(intake), self._finished)

    def _stop(self, intake: N, failure: Failure | None) -> None:
        def stopped(_outcome: Ok[None] | Err) -> None:
            self._told(None)
            if failure is not None:
                self._failed(failure)

        self._jobs.run(Lane.LOCAL, lambda: self._importing.cancel(intake), stopped)

    def _finished(self, outcome: Ok[Kelompok] | Err) -> None:
        self._told(None)
        if isinstance(outcome, Err):
            self._failed(outcome.failure)
        else:
            self._done(outcome.value)
