"""What the screen of reports does: chooses a period and a grouping, reads the report, saves it as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.report import FileKind, Grouping, Period, Report, Span
from perisai_desktop.ui.screens.reports.state import Measure, ReportsState, Saving

Show = Callable[[ReportsState], None]
Post = Callable[[Callable[[], None]], None]


class Reporting(Protocol):
    """The reports of the store."""

    def period(self, span: Span, day: date | None = None) -> Period:
        """The period of a kind in which a day lies; raises Failure."""

    def report(self, period: Period, grouping: Grouping) -> Report:
        """The report as the store stands; raises Failure."""

    def save(
        self,
        report: Report,
        path: Path,
        kind: FileKind,
        told: Callable[[int, int], None],
        stopped: Callable[[], bool],
    ) -> Path | None:
        """Write the report; raises Failure."""


class ReportsPresenter:
    """A late answer never replaces what was chosen since. `post` runs what a job tells on the screen's thread."""

    def __init__(self, reporting: Reporting, jobs: Jobs, show: Show, post: Post) -> None:
        self._reporting = reporting
        self._jobs = jobs
        self._show = show
        self._post = post
        self._stop = False
        self._asked = 0
        self.state = ReportsState()

    def load(self) -> None:
        """Read everything again; the period stays."""
        self._read(None if self.state.period is None else self.state.period.first)

    def choose_span(self, span: Span) -> None:
        """Show the period of another kind around the one in sight; with all of time the lines are months."""
        if span is self.state.span:
            return
        self._present(replace(self.state, span=span, saved=""))
        day = self.state.period.first if self.state.period is not None else None
        self._read(None if span is Span.ALL else day)

    def show(self, span: Span, grouping: Grouping) -> None:
        """Show the period of a kind in which today lies."""
        self._present(replace(self.state, span=span, grouping=grouping, period=None, saved="", sorted_by=""))
        self._read(None)

    def step(self, by: int) -> None:
        """The period so many further, or back."""
        if self.state.period is not None and self.state.span is not Span.ALL:
            self._present(replace(self.state, period=self.state.period.step(by), saved=""))
            self._read(self.state.period.first)

    def group(self, grouping: Grouping) -> None:
        """Let the lines stand for something else."""
        if grouping is not self.state.grouping:
            self._present(replace(self.state, grouping=grouping, sorted_by="", descending=False, saved=""))
            self.load()

    def measure(self, measure: Measure) -> None:
        """Let the bars stand for something else."""
        self._present(replace(self.state, measure=measure))

    def sort(self, column: str, descending: bool) -> None:
        """Order the lines by a column."""
        self._present(replace(self.state, sorted_by=column, descending=descending))

    def save(self, path: Path, kind: FileKind) -> None:
        """Write what is in sight; one file at a time, and one with every payment where things may take long."""
        report = self.state.report
        if report is None or self.state.saving is not None:
            return
        self._stop = False
        self._present(replace(self.state, saving=Saving(kind), saved="", failure=None))
        self._jobs.run(
            Lane.LOCAL if kind is FileKind.PDF else Lane.NETWORK,
            lambda: self._reporting.save(report, path, kind, self._told, lambda: self._stop),
            self._saved,
        )

    def stop(self) -> None:
        """Give the file up; nothing of it stays."""
        if self.state.saving is not None:
            self._stop = True
            self._present(replace(self.state, saving=replace(self.state.saving, stopping=True)))

    def _told(self, done: int, all_: int) -> None:
        if done % 100 == 0 or done == all_:
            self._post(lambda: self._advance(done, all_))

    def _advance(self, done: int, all_: int) -> None:
        if self.state.saving is not None:
            self._present(replace(self.state, saving=replace(self.state.saving, done=done, all=all_)))

    def _saved(self, outcome: Ok[Path | None] | Err) -> None:
        ended = replace(self.state, saving=None)
        if isinstance(outcome, Err):
            self._present(replace(ended, failure=outcome.failure))
        else:
            self._present(replace(ended, saved="" if outcome.value is None else str(outcome.value)))

    def _read(self, day: date | None) -> None:
        self._asked += 1
        asked, span, grouping = self._asked, self.state.span, self.state.grouping

        def work() -> Report:
            return self._reporting.report(self._reporting.period(span, day), grouping)

        self._jobs.run(Lane.LOCAL, work, lambda outcome: self._shown(asked, outcome))

    def _shown(self, asked: int, outcome: Ok[Report] | Err) -> None:
        if asked != self._asked:
            return
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
        else:
            report = outcome.value
            self._present(replace(self.state, report=report, period=report.period, failure=None))

    def _present(self, state: ReportsState) -> None:
        self.state = state
        self._show(state)
