"""What the screen of findings does: reads them, groups them, and leads to the record or the agent behind one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.branch_finding import FindingBook, FoundDays, FoundSpan
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.findings.state import FindingsState, Grouping, Line

Show = Callable[[FindingsState], None]


class Findings(Protocol):
    """The branch's session at the server."""

    def book(self, days: FoundDays) -> FindingBook:
        """What was found in some days; raises Failure."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a finding leads: `record` takes an entry's id, `agent` an agent's. `remember` keeps the grouping."""

    record: Callable[[str], None]
    agent: Callable[[str], None]
    remember: Callable[[Grouping], None]


class FindingsPresenter:
    """Only reads: nothing on this screen decides anything. A late answer never replaces what was chosen since."""

    def __init__(
        self,
        findings: Findings,
        jobs: Jobs,
        show: Show,
        ways: Ways,
        today: Callable[[], date],
        grouping: Grouping = Grouping.KIND,
    ) -> None:
        self._findings = findings
        self._jobs = jobs
        self._show = show
        self._ways = ways
        self._today = today
        self.state = FindingsState(FoundDays(FoundSpan.WEEK, today()), grouping=grouping)

    def load(self) -> None:
        """Read the findings again; grouping and choice stay."""
        if not self.state.busy:
            self._ask(self.state.days)

    def choose_span(self, span: FoundSpan) -> None:
        """Tell of more or fewer days up to the last one in sight."""
        if span is not self.state.days.span:
            self._ask(replace(self.state.days, span=span))

    def step(self, by: int) -> None:
        """The days before or after; of today there are none after."""
        days = self.state.days.step(by, self._today())
        if days != self.state.days:
            self._ask(days)

    def group(self, grouping: Grouping) -> None:
        """Group by kind or by agent; the finding that is chosen stays chosen."""
        if grouping is not self.state.grouping:
            self._ways.remember(grouping)
            self._present(_settled(replace(self.state, grouping=grouping)))

    def choose(self, line: Line) -> None:
        """Show what belongs to a line."""
        self._present(replace(self.state, chosen=line))

    def open(self) -> None:
        """Go to the record that the chosen finding is about, or to the card of the agent whose day it is."""
        line = self.state.chosen
        if line is None:
            return
        if line.finding is None:
            if self.state.grouping is Grouping.AGENT:
                self._ways.agent(line.group.key)
        elif line.finding.record is not None:
            self._ways.record(line.finding.record)
        else:
            self._ways.agent(line.finding.agent_id)

    def open_record(self, entry_id: str) -> None:
        """Go to a record that shows what was found."""
        self._ways.record(entry_id)

    def _ask(self, days: FoundDays) -> None:
        self._present(replace(self.state, days=days, busy=True))
        self._jobs.run(
            Lane.NETWORK, lambda: self._findings.book(days), lambda outcome: self._read(outcome, days)
        )

    def _read(self, outcome: Ok[FindingBook] | Err, days: FoundDays) -> None:
        if days != self.state.days:
            return
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._present(_settled(replace(self.state, book=outcome.value, busy=False, failure=None)))

    def _present(self, state: FindingsState) -> None:
        self.state = state
        self._show(state)


def _settled(state: FindingsState) -> FindingsState:
    """With the same finding chosen as before, or else the worst."""
    before = None if state.chosen is None else state.chosen.finding
    found = [line for line in state.lines if line.finding is not None]
    same = (line for line in found if line.finding == before)
    return replace(state, chosen=next(same, found[0] if found else None))
