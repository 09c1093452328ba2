"""What the screen of targets and regions does: chooses months and lines, reads them, saves them as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.coverage import CoverageGroup, CoverageHead, CoverageSheet
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.report import FileKind, Period, Span, period_of
from perisai_desktop.ui.screens.coverage.state import CoverageState

Show = Callable[[CoverageState], None]


class Coverage(Protocol):
    """The branch's session at the server."""

    def sheet(
        self, grouping: CoverageGroup, period: Period | None = None, *, fresh: bool = False
    ) -> CoverageSheet:
        """What was reached, `fresh` by this moment; raises Failure."""

    def save(self, sheet: CoverageSheet, head: CoverageHead, path: Path, kind: FileKind) -> Path:
        """Write a sheet; raises Failure."""


class CoveragePresenter:
    """A late answer never replaces what was chosen since. `head` says whose sheet is saved."""

    def __init__(self, coverage: Coverage, jobs: Jobs, show: Show, head: Callable[[], CoverageHead]) -> None:
        self._coverage = coverage
        self._jobs = jobs
        self._show = show
        self._head = head
        self._asked = 0
        self.state = CoverageState()

    def load(self) -> None:
        """Read everything again; months, lines and choice stay."""
        self._read(self.state)

    def renew(self) -> None:
        """The same, summed up by this moment."""
        self._read(self.state, fresh=True)

    def choose_span(self, span: Span) -> None:
        """Show the year around the month in sight, or the month that a year was told by."""
        sheet = self.state.sheet
        if span is not self.state.span and sheet is not None:
            day = sheet.on if span is Span.MONTH else date(sheet.last.year, sheet.last.month, 1)
            self._read(replace(self.state, span=span, period=period_of(span, day, day)))

    def step(self, by: int) -> None:
        """The month or year so many further, or back."""
        if self.state.period is not None:
            self._read(replace(self.state, period=self.state.period.step(by)))

    def group(self, grouping: CoverageGroup) -> None:
        """Let the lines stand for something else."""
        if grouping is not self.state.grouping:
            self._read(replace(self.state, grouping=grouping, sorted_by="", descending=False, chosen=None))

    def sort(self, column: str, descending: bool) -> None:
        """Order the lines by a column."""
        self._present(replace(self.state, sorted_by=column, descending=descending))

    def choose(self, key: str) -> None:
        """Choose a line."""
        if key != self.state.chosen:
            self._present(replace(self.state, chosen=key))

    def save(self, path: Path, kind: FileKind) -> None:
        """Write what is in sight; one file at a time."""
        sheet = self.state.sheet
        if sheet is None or self.state.saving:
            return
        self._present(replace(self.state, saving=True, saved="", failure=None))
        head = self._head()
        self._jobs.run(Lane.LOCAL, lambda: self._coverage.save(sheet, head, path, kind), self._saved)

    def _read(self, state: CoverageState, *, fresh: bool = False) -> None:
        self._asked += 1
        asked = self._asked
        self._present(replace(state, busy=True, saved=""))
        grouping, period = state.grouping, state.period
        self._jobs.run(
            Lane.NETWORK,
            lambda: self._coverage.sheet(grouping, period, fresh=fresh),
            lambda outcome: self._shown(asked, outcome),
        )

    def _shown(self, asked: int, outcome: Ok[CoverageSheet] | Err) -> None:
        if asked != self._asked:
            return
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        sheet = outcome.value
        read = replace(
            self.state, sheet=sheet, period=self.state.period or sheet.period, busy=False, failure=None
        )
        if read.place < 0:
            read = replace(read, chosen=sheet.lines[0].key if sheet.lines else None)
        self._present(read)

    def _saved(self, outcome: Ok[Path] | Err) -> None:
        ended = replace(self.state, saving=False)
        if isinstance(outcome, Err):
            self._present(replace(ended, failure=outcome.failure))
        else:
            self._present(replace(ended, saved=outcome.value.name))

    def _present(self, state: CoverageState) -> None:
        self.state = state
        self._show(state)
