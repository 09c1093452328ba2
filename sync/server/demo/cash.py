"""Cash in hand as a laptop reckons it, day by day, with the one formula of both ends (sync/rules/cash)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sync.rules.cash import cash_facts, cash_in_hand


@dataclass(frozen=True, slots=True)
class Moved:
    """What moved cash: the local date it counts from, its sort as in `cash_facts`, and rupiah."""

    on: date
    sort: str
    amount: int


def in_hand(moved: Iterable[Moved], until: date) -> int:
    """Rupiah in hand at the end of a local date."""
    return cash_in_hand(cash_facts((one.sort, one.amount) for one in moved if one.on <= until))


def by_day(moved: Iterable[Moved], days: Sequence[date]) -> Mapping[date, int]:
    """Rupiah in hand at the end of each of some days."""
    every = list(moved)
    return {on: in_hand(every, on) for on in days}
