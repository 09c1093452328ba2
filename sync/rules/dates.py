"""Calendar dates as Indonesian paper and screens write them, and ages as the law counts them."""

import re
from datetime import date

MONTH_NAMES: tuple[str, ...] = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})")
_RUN = re.compile(r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{4})")


def format_date(day: date) -> str:
    """A date in words: `22 November 2026`."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def format_short_date(day: date) -> str:
    """A date in figures, day first: `22-11-2026`."""
    return f"{day.day:02d}-{day.month:02d}-{day.year:04d}"


def possible_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_date(text: str) -> date | None:
    """Read `1993-10-08`, `08-10-1993`, `08/10/1993`, `08.10.1993` or `08101993`; None for all else."""
    typed = text.strip()
    match = _YEAR_FIRST.fullmatch(typed) or _DAY_FIRST.fullmatch(typed) or _RUN.fullmatch(typed)
    if match is None:
        return None
    return possible_date(int(match["year"]), int(match["month"]), int(match["day"]))


def birthday(born: date, years: int) -> date:
    """The day on which somebody reaches an age; who was born on 29 February reaches it on 1 March of a common year."""
    return possible_date(born.year + years, born.month, born.day) or date(born.year + years, 3, 1)


def birthday_reached(born: date, years: int, on: date) -> bool:
    """Whether the age is reached on a local date."""
    return on >= birthday(born, years)
