"""The server's one clock; pinned in practice and tests only."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

_WESTERN, _EASTERN = timedelta(hours=7), timedelta(hours=9)


def western_day(at: datetime) -> date:
    """The local day of an instant in western Indonesia, by which a branch counts."""
    return (at.astimezone(UTC) + _WESTERN).date()


def eastern_day(at: datetime) -> date:
    """The local day of an instant in eastern Indonesia, where each day begins first: nobody can have written later."""
    return (at.astimezone(UTC) + _EASTERN).date()


class Clock(Protocol):
    """Where instants come from."""

    def now(self) -> datetime:
        """An aware UTC instant."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class PinnedClock:
    """Starts at a pinned instant, or at the newest instant already recorded, and runs on from there."""

    def __init__(
        self,
        start: datetime,
        newest: datetime | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`start` and `newest` are aware; a naive one raises ValueError."""
        for instant in (start, newest):
            if instant is not None and instant.tzinfo is None:
                raise ValueError("instant_without_zone")
        self._start = (start if newest is None else max(start, newest)).astimezone(UTC)
        self._monotonic = monotonic
        self._began = monotonic()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._monotonic() - self._began)
