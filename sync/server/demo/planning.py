"""How large a demo is, and which agent does which fraud on which day."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sync.server.demo.frauds import FRAUDS, entries_lost

_AGENTS_A_CASE = 10
"""Of each fraud there is one case for so many agents."""
_SETTLED_DAYS = 3
"""What was lost is missing for so many days at the end."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How large a branch: about so many entries by so many agents in so many days up to `last`, from a seed."""

    agents: int
    days: int
    entries: int
    seed: int
    last: date

    @property
    def first(self) -> date:
        """The first day."""
        return self.last - timedelta(days=self.days - 1)

    @property
    def on_days(self) -> list[date]:
        """Every day."""
        return [self.first + timedelta(days=day) for day in range(self.days)]


@dataclass(frozen=True, slots=True)
class Plan:
    """The frauds of an agent's day, by (day, agent), both counted from 0."""

    frauds: Mapping[tuple[int, int], Sequence[str]]

    def on(self, day: int, agent: int) -> Sequence[str]:
        """What an agent does on a day."""
        return self.frauds.get((day, agent), ())

    def of_agent(self, agent: int) -> frozenset[str]:
        """All that an agent does."""
        return frozenset(name for (_, who), names in self.frauds.items() if who == agent for name in names)


def plan_of(wish: Wish, chance: random.Random) -> Plan:
    """Every fraud once for each ten agents (once at least), no agent the same one twice, no day more than need be."""
    frauds: dict[tuple[int, int], list[str]] = {}
    for name in FRAUDS:
        days = range(max(wish.days - _SETTLED_DAYS, 0) + 1 if name == entries_lost.__name__ else wish.days)
        for agent in chance.sample(range(wish.agents), max(wish.agents // _AGENTS_A_CASE, 1)):
            places = [(day, agent) for day in days]
            fewest = min(len(frauds.get(place, ())) for place in places)
            free = [place for place in places if len(frauds.get(place, ())) == fewest]
            frauds.setdefault(chance.choice(free), []).append(name)
    return Plan(frauds)
