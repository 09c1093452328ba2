"""The one clock: the machine's, or one pinned to a day of practice."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from perisai_desktop.config.clock import Clock, PinnedClock, SystemClock, pinned_on

WIT = timezone(timedelta(hours=9))


def test_the_systems_clock_is_aware_and_runs_forward() -> None:
    clock: Clock = SystemClock()
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)
    local = datetime.now(UTC).astimezone()
    assert timedelta(minutes=clock.offset()) == local.utcoffset()
    assert abs((clock.today() - local.date()).days) <= 1
    assert clock.monotonic_ms() <= clock.monotonic_ms()


def test_a_day_that_is_only_named_begins_at_nine_in_jakarta() -> None:
    clock = pinned_on(date(2026, 11, 22))
    begun = datetime(2026, 11, 22, 2, tzinfo=UTC)
    assert begun <= clock.now() < begun + timedelta(minutes=5)
    assert clock.now() <= clock.now()
    assert (clock.offset(), clock.today()) == (420, date(2026, 11, 22))
    assert clock.monotonic_ms() <= clock.monotonic_ms()


def test_a_pinned_clock_goes_on_from_what_was_written_last() -> None:
    newest = datetime(2026, 11, 22, 16, 59, 30, tzinfo=UTC)
    clock = pinned_on(date(2026, 11, 22), newest)
    assert newest <= clock.now() < newest + timedelta(minutes=5)
    assert pinned_on(date(2026, 11, 23), newest).today() == date(2026, 11, 23)


def test_the_date_is_that_of_the_place() -> None:
    clock = PinnedClock(datetime(2026, 11, 23, 1, tzinfo=WIT))
    assert clock.now().date() == date(2026, 11, 22)
    assert (clock.today(), clock.offset()) == (date(2026, 11, 23), 540)


def test_a_start_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        PinnedClock(datetime(2026, 11, 22))  # noqa: DTZ001
