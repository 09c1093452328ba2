"""Checks of an agent's days: pace, cash that stays in hand, voids out of pattern, entries that never came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sync.rules.check_limits import CheckLimits
from sync.server.domain.checks.finding import Check, Finding, shown

_HOUR = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class Written:
    """An entry of an agent: when it was recorded, and on which local date."""

    agent_id: str
    entry_id: str
    at: datetime
    on: date


@dataclass(frozen=True, slots=True)
class CashHeld:
    """A receipt whose cash no deposit has carried away."""

    agent_id: str
    entry_id: str
    taken_on: date


@dataclass(frozen=True, slots=True)
class Missing:
    """Entries of an agent that are known to exist and are not here, since an instant and its local date."""

    agent_id: str
    count: int
    since_on: date


def check_pace(enrolments: Iterable[Written], limit: int) -> tuple[Finding, ...]:
    """The busiest 60 minutes of an agent's day, where more enrolments than `limit` were recorded in them."""
    days: dict[tuple[str, date], list[Written]] = {}
    for one in sorted(enrolments, key=lambda one: (one.at, one.entry_id)):
        days.setdefault((one.agent_id, one.on), []).append(one)
    found = []
    for (agent_id, on), of_day in days.items():
        busiest = _busiest(of_day)
        if len(busiest) > limit:
            evidence = shown(one.entry_id for one in busiest)
            found.append(Finding(Check.MANY_IN_ONE_HOUR, agent_id, on, None, evidence, len(busiest)))
    return tuple(found)


def check_cash(held: Iterable[CashHeld], today: date, allowed_days: int) -> tuple[Finding, ...]:
    """Cash in hand for more days than allowed: one finding for each agent, on the day of the oldest receipt."""
    by_agent: dict[str, list[CashHeld]] = {}
    for one in sorted(held, key=lambda one: (one.taken_on, one.entry_id)):
        if (today - one.taken_on).days > allowed_days:
            by_agent.setdefault(one.agent_id, []).append(one)
    return tuple(
        Finding(
            Check.CASH_OLD,
            agent_id,
            old[0].taken_on,
            None,
            shown(one.entry_id for one in old),
            (today - old[0].taken_on).days,
        )
        for agent_id, old in by_agent.items()
    )


def check_voids(
    voids: Iterable[Written], receipts: Sequence[tuple[str, int]], limits: CheckLimits
) -> tuple[Finding, ...]:
    """Agents whose voids are many, and many in a hundred of their receipts; on the day of the last of them.

    `receipts`: how many an agent wrote in the days that the voids are of.
    """
    written = dict(receipts)
    by_agent: dict[str, list[Written]] = {}
    for one in sorted(voids, key=lambda one: (one.at, one.entry_id)):
        by_agent.setdefault(one.agent_id, []).append(one)
    found = []
    for agent_id, asked in by_agent.items():
        share = 100 * len(asked) // max(written.get(agent_id, 0), 1)
        if len(asked) >= limits.voids and share > limits.voids_percent:
            evidence = shown(one.entry_id for one in asked)
            found.append(
                Finding(Check.VOIDS_OUT_OF_PATTERN, agent_id, asked[-1].on, None, evidence, len(asked))
            )
    return tuple(found)


def check_gaps(missing: Iterable[Missing], today: date, days: int) -> tuple[Finding, ...]:
    """Entries that a laptop wrote and that have not arrived after more days than so many."""
    return tuple(
        Finding(Check.ENTRIES_MISSING, one.agent_id, one.since_on, None, (), one.count)
        for one in missing
        if (today - one.since_on).days > days
    )


def _busiest(of_day: Sequence[Written]) -> Sequence[Written]:
    """The longest run of entries that lie within 60 minutes; they come in the order of time."""
    best: Sequence[Written] = ()
    first = 0
    for place, one in enumerate(of_day, start=1):
        while one.at - of_day[first].at >= _HOUR:
            first += 1
        if place - first > len(best):
            best = of_day[first:place]
    return best
