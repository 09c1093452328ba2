"""Cash in hand of an agent by day: as the entries make it, against the books' movements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from sync.rules.cash import cash_facts, cash_in_hand
from sync.server.auditor.findings import Finding

Moved = tuple[date, str, int]
"""A local date, a sort as in `sync.rules.cash`, and rupiah."""


@dataclass(slots=True)
class CashDays:
    """The movements of one agent from both sources."""

    agent: str
    entries: list[Moved] = field(default_factory=list)
    books: list[Moved] = field(default_factory=list)

    @property
    def in_hand(self) -> int:
        """Rupiah in hand by the entries."""
        return cash_in_hand(cash_facts((sort, amount) for _, sort, amount in self.entries))

    @property
    def days(self) -> frozenset[date]:
        """The days on which cash moved."""
        return frozenset(day for day, _, _ in (*self.entries, *self.books))

    def findings(self) -> Iterator[Finding]:
        """Days at whose end cash in hand differs by what moved on them."""
        told, kept = _by_day(self.entries), _by_day(self.books)
        by_entries = by_books = 0
        for day in sorted(self.days):
            moved = (told.get(day, 0), kept.get(day, 0))
            by_entries, by_books = by_entries + moved[0], by_books + moved[1]
            if moved[0] != moved[1]:
                data: dict[str, str | int] = {
                    "agent": self.agent,
                    "day": day.isoformat(),
                    "entries": by_entries,
                    "books": by_books,
                }
                yield Finding("cash_differs", data=data)


def _by_day(moved: Iterable[Moved]) -> dict[date, int]:
    days: dict[date, list[tuple[str, int]]] = {}
    for day, sort, amount in moved:
        days.setdefault(day, []).append((sort, amount))
    return {day: cash_in_hand(cash_facts(of_day)) for day, of_day in days.items()}
