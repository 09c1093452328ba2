"""Checks of a laptop's clock by what does not depend on it: the day of arrival, and the order of the chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sync.server.clock import eastern_day
from sync.server.domain.checks.finding import Check, Finding, shown
from sync.server.domain.sending import Sending

CLOCKS = frozenset({Check.CLOCK_AHEAD, Check.CLOCK_BACK})
"""Checks of the clock that an entry was written by: whatever becomes of the entry, they stand."""
_DRIFT = timedelta(minutes=5)
"""So far astray a clock is usual (sync/README.md, 66)."""


@dataclass(frozen=True, slots=True)
class Stamped:
    """An entry as its laptop's clock dated it: the instant, and the local day."""

    entry_id: str
    at: datetime
    on: date


def check_ahead(agent_id: str, entries: Sequence[Stamped], sent: Sending) -> tuple[Finding, ...]:
    """Entries of a day that had begun nowhere in Indonesia when they arrived: one finding a day, of how many days ahead.

    It is about the first of them and the day of arrival: on the day that the clock showed nobody looks yet. Where none is,
    and the clock was ahead as they were sent, one finding is about them all: what was silent for long enough arrives on
    a day that its clock has shown before.
    """
    latest, on = eastern_day(sent.at + _DRIFT), eastern_day(sent.at)
    days: dict[date, list[str]] = {}
    for one in entries:
        if one.on > latest:
            days.setdefault(one.on, []).append(one.entry_id)
    if not days and sent.ahead_days and entries:
        days[on + timedelta(days=sent.ahead_days)] = [one.entry_id for one in entries]
    return tuple(
        Finding(Check.CLOCK_AHEAD, agent_id, on, first, shown(others), (ahead - on).days)
        for ahead, (first, *others) in days.items()
    )


def check_back(
    agent_id: str, pairs: Iterable[tuple[Stamped, Stamped]], arrived_at: datetime
) -> tuple[Finding, ...]:
    """Entries of an earlier day than the one before them in the chain, each with that one: by how many days.

    Who travels west may write on the day before without any clock turned back: the instants tell.
    """
    return tuple(
        Finding(
            Check.CLOCK_BACK,
            agent_id,
            eastern_day(arrived_at),
            after.entry_id,
            (before.entry_id,),
            (before.on - after.on).days,
        )
        for before, after in pairs
        if after.on < before.on and after.at < before.at - _DRIFT
    )
