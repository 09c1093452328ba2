"""What a report has to say of a span of dates, line by line, out of the raw journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.support.day.raw_books import RawBooks

Key = Callable[[date, Mapping[str, Any]], str]


@dataclass(frozen=True, slots=True)
class RawReport:
    """Rupiah `received` on receipts and `given_back` by key, and cash at the end of the span."""

    received: Counter[str] = field(default_factory=Counter)
    given_back: Counter[str] = field(default_factory=Counter)
    after: int = 0

    def says(self, what: str, key: str | None = None) -> int:
        """`received`, `given_back` (below 0) or `kept`, of a key or of all."""
        received = sum(self.received.values()) if key is None else self.received[key]
        back = sum(self.given_back.values()) if key is None else self.given_back[key]
        return {"received": received, "given_back": -back, "kept": received - back}[what]


def raw_report(books: RawBooks, span: str, grouping: str, day: date) -> RawReport:
    """The report of the span in which `day` lies: `day`, `month` or `all` up to it."""
    first = {"day": day, "month": day.replace(day=1), "all": date.min}[span]
    keys: Mapping[str, Key] = {
        "day": lambda on, _line: on.isoformat(),
        "month": lambda on, _line: on.isoformat()[:7],
        "village": lambda _on, line: books.villages.get(line["worker_id"], "unknown"),
        "programme": lambda _on, line: str(line["programme"]),
    }
    key, found = keys[grouping], RawReport(after=books.cash(until=day))
    for receipt in books.of("receipt"):
        for place, line in books.lines.items():
            if place[0] in receipt.body["contributions"] and first <= receipt.on <= day:
                found.received[key(receipt.on, line)] += int(line["amount"])
    for on, lines in books.undoings():
        for place in lines:
            if first <= on <= day:
                found.given_back[key(on, books.lines[place])] += int(books.lines[place]["amount"])
    return found
