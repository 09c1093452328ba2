"""The pinned clock runs on from the newest instant it knows."""

from datetime import UTC, datetime, timedelta

import pytest

from sync.server.clock import PinnedClock, SystemClock

START = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def test_a_pinned_clock_starts_where_it_is_told_and_runs() -> None:
    ticks = iter([10.0, 10.0, 12.5])
    clock = PinnedClock(START, monotonic=lambda: next(ticks))
    assert [clock.now(), clock.now()] == [START, START + timedelta(seconds=2.5)]


@pytest.mark.parametrize("hours", [-1, 0, 5])
def test_after_a_restart_it_goes_on_from_the_newest_entry(hours: int) -> None:
    newest = START + timedelta(hours=hours)
    clock = PinnedClock(START, newest, monotonic=lambda: 0.0)
    assert clock.now() == max(START, newest)


def test_an_instant_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="instant_without_zone"):
        PinnedClock(START.replace(tzinfo=None))


def test_the_machines_clock_is_in_utc() -> None:
    assert SystemClock().now().utcoffset() == timedelta(0)
