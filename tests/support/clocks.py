"""Clocks that tests move by hand."""

from datetime import UTC, date, datetime, timedelta


class HandClock:
    """A clock that stands still until it is moved; local time is seven hours ahead of UTC."""

    def __init__(self) -> None:
        self.wall = datetime(2026, 11, 22, 2, tzinfo=UTC)
        self.monotonic = 5_000_000

    def now(self) -> datetime:
        """The instant it was put to."""
        return self.wall

    def offset(self) -> int:
        """Minutes ahead of UTC."""
        return 420

    def today(self) -> date:
        """The local date."""
        return (self.wall + timedelta(minutes=420)).date()

    def monotonic_ms(self) -> int:
        """The milliseconds it was put to."""
        return self.monotonic

    def pass_seconds(self, seconds: int) -> None:
        """Let time pass on both clocks."""
        self.wall += timedelta(seconds=seconds)
        self.monotonic += seconds * 1000
