"""What the dialog for a target does: takes what is typed, and sets target and count of workers at the server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.coverage import Aim, CoverageGroup, CoverageLine, WorkerCount
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok
from sync.rules.iuran_month import IuranMonth

AIMING = frozenset({"branch_admin"})
"""Roles that the server lets set targets (sync/server/permissions.py)."""
ENROLLED, COLLECTED, FIRST, WORKERS, YEAR, SOURCE = (
    "enrolled",
    "collected",
    "first",
    "workers",
    "year",
    "source",
)
_LONGEST = 13
_YEARS = range(2000, 2100)


@dataclass(frozen=True, slots=True)
class Aimed:
    """Whom or which region a target is for, and the local date."""

    grouping: CoverageGroup
    line: CoverageLine
    today: date

    @property
    def firsts(self) -> tuple[IuranMonth, ...]:
        """Months from which a target may hold: this one, the eleven after it, and the twelve before."""
        return tuple(IuranMonth.of(self.today).plus(step) for step in range(-12, 12))


@dataclass(frozen=True, slots=True)
class AimState:
    """What is typed, by field; `counts`: whether the workers of a region are asked for as well."""

    texts: dict[str, str] = field(default_factory=dict)
    counts: bool = False
    busy: bool = False
    done: bool = False
    failure: Failure | None = None

    @property
    def aim(self) -> Aim | None:
        """The target; None where nothing that can be read was typed for it."""
        enrolled, collected = self._number(ENROLLED), self._number(COLLECTED)
        if not (self.texts.get(ENROLLED) or self.texts.get(COLLECTED)) or None in (enrolled, collected):
            return None
        return Aim(IuranMonth.parse(self.texts[FIRST]), enrolled or 0, collected or 0)

    @property
    def count(self) -> WorkerCount | None:
        """The count of workers; None unless number, source and year are there."""
        workers, year = self._number(WORKERS), self._number(YEAR)
        source = " ".join(self.texts.get(SOURCE, "").split())
        if not self.counts or not workers or year not in _YEARS or not source:
            return None
        return WorkerCount(year or 0, workers, source)

    @property
    def ready(self) -> bool:
        """Whether something is there to be set, and nothing half typed."""
        typed = bool(self.texts.get(ENROLLED) or self.texts.get(COLLECTED))
        counted = self.counts and bool(self.texts.get(WORKERS))
        whole = (self.aim is not None or not typed) and (self.count is not None or not counted)
        return whole and (typed or counted) and not self.busy and not self.done

    def _number(self, name: str) -> int | None:
        """What was typed as a number, 0 for nothing; None where it is none."""
        text = self.texts.get(name, "")
        if not text:
            return 0
        return int(text) if text.isascii() and text.isdigit() and len(text) < _LONGEST else None


class Branch(Protocol):
    """The branch's session at the server."""

    def set_target(self, grouping: CoverageGroup, key: str, aim: Aim) -> None:
        """Aim at something; raises Failure."""

    def set_workers(self, region: str, count: WorkerCount) -> None:
        """Say how many workers a region has; raises Failure."""


class AimPresenter:
    """Sets once; what was set may be set again, so a try that broke off in the middle is tried whole."""

    def __init__(
        self,
        branch: Branch,
        jobs: Jobs,
        aimed: Aimed,
        show: Callable[[AimState], None],
        done: Callable[[], None],
    ) -> None:
        self._branch = branch
        self._jobs = jobs
        self._aimed = aimed
        self._show = show
        self._done = done
        line = aimed.line
        workers = "" if line.workers is None else str(line.workers)
        self.state = AimState(
            {
                FIRST: str(IuranMonth.of(aimed.today)),
                WORKERS: workers,
                YEAR: str(line.counted_in or aimed.today.year - 1),
                SOURCE: line.source,
            },
            aimed.grouping.places,
        )

    def type(self, name: str, text: str) -> None:
        """Take what was typed into a field."""
        self._present(replace(self.state, texts={**self.state.texts, name: text}, failure=None))

    def act(self) -> None:
        """Set what was typed; a second time only where it failed."""
        if self.state.ready:
            self._present(replace(self.state, busy=True, failure=None))
            self._jobs.run(Lane.NETWORK, self._work, self._ended)

    def _work(self) -> None:
        aim, count, line = self.state.aim, self.state.count, self._aimed.line
        if aim is not None:
            self._branch.set_target(self._aimed.grouping, line.key, aim)
        if count is not None:
            self._branch.set_workers(line.key, count)

    def _ended(self, outcome: Ok[None] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._present(replace(self.state, busy=False, done=True))
            self._done()

    def _present(self, state: AimState) -> None:
        self.state = state
        self._show(state)
