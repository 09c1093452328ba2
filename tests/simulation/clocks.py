"""Time in the world: it passes by a second a step, and a laptop's own clock may be anything."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

NINE = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
WIB = 420


class WorldClock:
    """The one true time; fulfils the server's clock."""

    def __init__(self) -> None:
        self.at = NINE

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        return self.at

    def monotonic(self) -> float:
        """Seconds that only run forward."""
        return (self.at - NINE).total_seconds()

    def pass_on(self, seconds: int = 1) -> None:
        """Let time go on."""
        self.at += timedelta(seconds=seconds)


class LaptopClock:
    """A laptop's clock beside the true time; fulfils the desktop's clock."""

    def __init__(self, world: WorldClock) -> None:
        self._world = world
        self.astray = timedelta()

    def now(self) -> datetime:
        """The instant that the laptop believes in."""
        return self._world.at + self.astray

    def offset(self) -> int:
        """Minutes ahead of UTC."""
        return WIB

    def today(self) -> date:
        """The local date that the laptop believes in."""
        return (self.now() + timedelta(minutes=WIB)).date()

    def monotonic_ms(self) -> int:
        """Milliseconds that nobody sets back."""
        return int(self._world.monotonic() * 1000)
