"""The one port through which the desktop learns what time it is."""

import time
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol


class Clock(Protocol):
    """Wall clock, its offset, and a clock that only runs forward."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""

    def offset(self) -> int:
        """Minutes that local time is ahead of UTC (WIB 420, WITA 480, WIT 540)."""

    def today(self) -> date:
        """The local calendar date."""

    def monotonic_ms(self) -> int:
        """Milliseconds on a clock that nobody can set back; only differences mean something."""


class SystemClock:
    """The machine's own clock and zone."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def offset(self) -> int:
        shift = datetime.now(UTC).astimezone().utcoffset() or timedelta()
        return int(shift.total_seconds() // 60)

    def today(self) -> date:
        return datetime.now(UTC).astimezone().date()

    def monotonic_ms(self) -> int:
        return time.monotonic_ns() // 1_000_000


class PinnedClock:
    """A clock that begins where it is told and runs on, for practice and tests.

    `start` is an aware instant; its offset is the zone of the place (09:00 +07:00 for a day that is
    only named). `newest` is the newest instant written so far: a clock pinned again goes on from there.
    """

    def __init__(self, start: datetime, newest: datetime | None = None) -> None:
        shift = start.utcoffset()
        if shift is None:
            raise ValueError("the start of a pinned clock needs an offset")
        self._shift = shift
        self._start = max(start, newest) if newest is not None else start
        self._begun = time.monotonic_ns()

    def now(self) -> datetime:
        passed = timedelta(microseconds=(time.monotonic_ns() - self._begun) // 1000)
        return (self._start + passed).astimezone(UTC)

    def offset(self) -> int:
        return int(self._shift.total_seconds() // 60)

    def today(self) -> date:
        return self.now().astimezone(timezone(self._shift)).date()

    def monotonic_ms(self) -> int:
        return time.monotonic_ns() // 1_000_000


WIB = timezone(timedelta(hours=7))


def pinned_on(day: date, newest: datetime | None = None) -> PinnedClock:
    """A clock that starts at 09:00 +07:00 of `day`, or goes on from `newest`."""
    return PinnedClock(datetime(day.year, day.month, day.day, 9, tzinfo=WIB), newest)


def minutes_behind(newest: datetime | None, now: datetime) -> int:
    """Whole minutes that the clock lies behind the newest instant that was recorded, 0 where it does not."""
    return 0 if newest is None else max(0, int((newest - now).total_seconds()) // 60)
