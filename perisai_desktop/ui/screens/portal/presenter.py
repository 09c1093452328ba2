"""What the dialog of the agency's portal does: saves the list, looks at the answers, takes them in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from perisai_desktop.background.ports import Jobs, Lane
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


class Portal(Protocol[T]):
    """The way to the branch's server and to files; each raises Failure."""

    def begin(self) -> T: ...
    def take(self, taking: T) -> bool: ...
    def save(self, taking: T, path: Path) -> None: ...
    def save_result(self, heads: Sequence[str], rows: Sequence[Sequence[str]], path: Path) -> None: ...
    def read(self, path: Path) -> AgencyFile: ...
    def answer(self, answers: Sequence[AgencyAnswer], *, dry: bool) -> tuple[AnsweredRow, ...]: ...


class PortalPresenter(Generic[T]):
    """One thing at a time; `at_once` answers go to the server together."""

    def __init__(
        self, portal: Portal[T], jobs: Jobs, show: Callable[[PortalState], None], at_once: int
    ) -> None:
        self._portal = portal
        self._jobs = jobs
        self._show = show
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
        """Read the agency's file and look what would become of it."""
        if not self.state.busy:
            self._given_up = False
            self._present(PortalState(Doing.LOOKING))
            self._jobs.run(Lane.LOCAL, lambda: self._portal.read(path), self._opened)

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
        """Stop: no list is saved; answers that were brought stay."""
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

    def _opened(self, outcome: Ok[AgencyFile] | Err) -> None:
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
