"""What the dialog of the agency's portal does: saves the list, looks at the answers, takes them in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.list_columns import Columns
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.portal import AgencyAnswer, AgencyFile, AnsweredRow
from perisai_desktop.ui.screens.portal.state import Doing, PortalState


class OnItsWay(Protocol):
    """A list that comes from the server."""

    @property
    def count(self) -> int: ...
    @property
    def total(self) -> int: ...
    @property
    def rupiah(self) -> int: ...


T = TypeVar("T", bound=OnItsWay)


class OpenList(Protocol):
    """The agency's answers, whose lines are not read yet."""

    @property
    def head(self) -> ListHead: ...
    def close(self) -> None: ...


F = TypeVar("F", bound=OpenList)


class Portal(Protocol[T, F]):
    """The way to the branch's server and to files; each raises Failure."""

    def begin(self) -> T: ...
    def take(self, taking: T) -> bool: ...
    def save(self, taking: T, path: Path) -> None: ...
    def save_result(self, heads: Sequence[str], rows: Sequence[Sequence[str]], path: Path) -> None: ...
    def open(self, path: Path) -> F: ...
    def columns(self, head: ListHead) -> Columns: ...
    def remember(self, head: ListHead, columns: Columns) -> None: ...
    def read(self, file: F, columns: Columns) -> AgencyFile: ...
    def answer(self, answers: Sequence[AgencyAnswer], *, dry: bool) -> tuple[AnsweredRow, ...]: ...


class PortalPresenter(Generic[T, F]):
    """One thing at a time; `at_once` answers go to the server together. `asked` shows the columns of a file."""

    def __init__(
        self,
        portal: Portal[T, F],
        jobs: Jobs,
        show: Callable[[PortalState], None],
        asked: Callable[[ListHead, Columns], None],
        at_once: int,
    ) -> None:
        self._portal = portal
        self._jobs = jobs
        self._show = show
        self._asked = asked
        self._file: F | None = None
        self._at_once = at_once
        self._given_up = False
        self.state = PortalState()

    def export(self, path: Path) -> None:
        """Take what is approved, page by page, and save it."""
        if not self.state.busy:
            self._given_up = False
            self._present(PortalState(Doing.EXPORTING))
            self._fetch(self._portal.begin(), path)

    def read(self, path: Path) -> None:
        """Open the agency's file and ask which column is which."""
        if self.state.busy:
            return
        self.put_away()
        self._given_up = False
        self._present(PortalState(Doing.LOOKING))

        def work() -> tuple[F, Columns]:
            file = self._portal.open(path)
            return file, self._portal.columns(file.head)

        self._jobs.run(Lane.LOCAL, work, self._opened)

    def choose(self, columns: Columns) -> None:
        """Read the open file by its columns, and look what would become of it."""
        file, self._file = self._file, None
        if file is not None:
            self._given_up = False
            self._portal.remember(file.head, columns)
            self._present(PortalState(Doing.LOOKING))
            self._jobs.run(Lane.LOCAL, lambda: self._portal.read(file, columns), self._look)

    def put_away(self) -> None:
        """Let go of a file that is not read."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def keep(self) -> None:
        """Take the answers in that were looked at."""
        if self.state.ready:
            self._given_up = False
            self._present(replace(self.state, doing=Doing.TAKING, done=0, rows=(), result="", failure=None))
            self._bring()

    def keep_result(self, heads: Sequence[str], rows: Sequence[Sequence[str]], path: Path) -> None:
        """Save what became of the lines, in the words of the screen."""
        if self.state.rows and not self.state.busy:
            save = self._portal.save_result
            self._jobs.run(
                Lane.LOCAL,
                lambda: save(heads, rows, path),
                lambda outcome: self._kept(outcome, path.name),
            )

    def give_up(self) -> None:
        """Stop: no list is saved, no file stays open; answers that were brought stay."""
        self.put_away()
        self._given_up = True

    def _fetch(self, taking: T, path: Path) -> None:
        take = self._portal.take
        self._jobs.run(
            Lane.NETWORK, lambda: take(taking), lambda outcome: self._fetched(outcome, taking, path)
        )

    def _fetched(self, outcome: Ok[bool] | Err, taking: T, path: Path) -> None:
        if isinstance(outcome, Err):
            self._present(PortalState(failure=outcome.failure))
        elif self._given_up:
            self._present(PortalState())
        else:
            self._present(PortalState(Doing.EXPORTING, taking.count, taking.total))
            if outcome.value:
                self._fetch(taking, path)
            else:
                save = self._portal.save
                told = (path.name, taking.count, taking.rupiah)
                self._jobs.run(
                    Lane.LOCAL, lambda: save(taking, path), lambda outcome: self._saved(outcome, told)
                )

    def _saved(self, outcome: Ok[None] | Err, told: tuple[str, int, int]) -> None:
        if isinstance(outcome, Err):
            self._present(PortalState(failure=outcome.failure))
        else:
            self._present(PortalState(saved=told))

    def _kept(self, outcome: Ok[None] | Err, name: str) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
        else:
            self._present(replace(self.state, result=name, failure=None))

    def _opened(self, outcome: Ok[tuple[F, Columns]] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(PortalState(failure=outcome.failure))
            return
        self._file, columns = outcome.value
        head = self._file.head
        self._present(PortalState())
        if self._given_up:
            self.put_away()
        else:
            self._asked(head, columns)

    def _look(self, outcome: Ok[AgencyFile] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(PortalState(failure=outcome.failure))
        else:
            file = outcome.value
            self._present(PortalState(Doing.LOOKING, of=len(file.answers), file=file))
            self._bring()

    def _bring(self) -> None:
        state = self.state
        assert state.file is not None
        some = state.file.answers[state.done : state.done + self._at_once]
        if self._given_up or not some:
            looked = state.doing is Doing.LOOKING
            stopped = looked and self._given_up
            ended = replace(state, doing=Doing.NOTHING, taken=not looked)
            self._present(PortalState() if stopped else ended)
            return
        dry = state.doing is Doing.LOOKING
        answer = self._portal.answer
        self._jobs.run(Lane.NETWORK, lambda: answer(some, dry=dry), self._brought)

    def _brought(self, outcome: Ok[tuple[AnsweredRow, ...]] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, doing=Doing.NOTHING, failure=outcome.failure))
        else:
            rows = outcome.value
            done = self.state.done + len(rows)
            self._present(replace(self.state, done=done, rows=(*self.state.rows, *rows)))
            self._bring()

    def _present(self, state: PortalState) -> None:
        self.state = state
        self._show(state)
