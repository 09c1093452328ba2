"""The iuran month: the calendar month that a contribution pays for, whenever it is paid."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from sync.rules.dates import MONTH_NAMES

DUE_DAY = 15
"""A month is due until this day of the following month (PP 44/2015 and PP 46/2015 on participants outside wages)."""

_TEXT = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True, order=True)
class IuranMonth:
    """A calendar month, ordered in time; years from 1 to 9999."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (1 <= self.year <= 9999 and 1 <= self.month <= 12):
            raise ValueError("iuran_month_out_of_range")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2026-11`. Raises ValueError for anything else."""
        match = _TEXT.fullmatch(text)
        if match is None:
            raise ValueError("iuran_month_malformed")
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> Self:
        """The month that a day lies in."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    def plus(self, months: int) -> "IuranMonth":
        """The month so many months later (earlier, where negative)."""
        index = self.year * 12 + self.month - 1 + months
        return IuranMonth(index // 12, index % 12 + 1)

    def minus(self, other: "IuranMonth") -> int:
        """How many months this one lies after the other."""
        return (self.year - other.year) * 12 + self.month - other.month

    @property
    def due_on(self) -> date:
        """The last day on which the month can be paid in time: the 15th of the following month."""
        following = self.plus(1)
        return date(following.year, following.month, DUE_DAY)

    def overdue(self, on: date) -> bool:
        """Whether the month, unpaid, is overdue on a local date."""
        return on > self.due_on

    @property
    def label(self) -> str:
        """The month in Bahasa Indonesia: `November 2026`."""
        return f"{MONTH_NAMES[self.month - 1]} {self.year}"


def months_from(first: IuranMonth, count: int) -> tuple[IuranMonth, ...]:
    """So many consecutive months, beginning with the first."""
    return tuple(first.plus(step) for step in range(count))
