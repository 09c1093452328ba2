"""Fills a practice server with a branch: agents, weeks of ordinary work, and frauds planted among it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sync.server.demo.branch import DemoBranch, open_branch
from sync.server.demo.days import before, lapsing_on, morning, ordinary_day
from sync.server.demo.frauds import FRAUDS
from sync.server.demo.people import WORK, Population
from sync.server.demo.planning import Wish, plan_of
from sync.server.demo.planted import Note
from sync.server.demo.work import AgentWork


@dataclass(slots=True)
class Progress:
    """Entries that were taken in, and since when (seconds of the machine)."""

    tell: Callable[[str], None]
    entries: int = 0
    began: float = field(default_factory=time.monotonic)

    def taken(self, count: int, where: str) -> None:
        """Count entries and say how many there are."""
        self.entries += count
        seconds = max(time.monotonic() - self.began, 0.001)
        self.tell(f"{where}: {self.entries:,} entries, {self.entries / seconds:,.0f} a second")


def fill(folder: Path, database: str, wish: Wish, tell: Callable[[str], None]) -> Note:
    """Make the branch and keep its note beside it; answers the note. The folder is an empty practice folder."""
    began_on = lapsing_on(wish.first)
    branch = open_branch(folder, database, wish.last, morning(began_on))
    try:
        note = _fill(branch, wish, Progress(tell))
        note.write(folder)
    finally:
        branch.server.close()
    return note


def _fill(branch: DemoBranch, wish: Wish, progress: Progress) -> Note:
    chance = random.Random(wish.seed)  # noqa: S311 - the same branch for the same seed
    people = Population(chance, branch.server.published.rules.consent.required, WORK)
    works = [
        AgentWork(branch, branch.seat(number, chance), people, chance, branch.clock.at)
        for number in range(1, wish.agents + 1)
    ]
    plan = plan_of(wish, chance)
    note = Note(wish.seed, wish.first, wish.last)
    for place, work in enumerate(works):
        note.cases += before(work, wish.first, plan.of_agent(place))
    progress.taken(sum(work.sent for work in works), "before")
    for day, on in enumerate(wish.on_days):
        for place, work in enumerate(works):
            work.begin(on)
            other = works[(place + chance.randrange(1, len(works))) % len(works)]
            for fraud in plan.on(day, place):
                note.cases += FRAUDS[fraud](work, other)
            ordinary_day(work, wish.entries // (wish.agents * wish.days))
        progress.taken(sum(work.sent for work in works) - progress.entries, f"day {day + 1} of {wish.days}")
    for work in works:
        note.keep_books(work.number, work.moved, wish.on_days)
    return note
