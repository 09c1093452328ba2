"""Cash grows old from a day that no wrong clock makes younger."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sync.server.domain.sending import Sending, day_taken, whole_days


def test_cash_grows_old_by_what_is_known_of_its_day() -> None:
    at = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)  # the next day has begun in Jayapura
    here, after, before = date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 2)
    assert day_taken(here, Sending(at)) == here
    assert day_taken(date(2027, 5, 1), Sending(at)) == after, "never after its arrival"
    assert day_taken(here, Sending(at, 20, date(2026, 10, 1))) == before
    assert day_taken(here, Sending(at, 20, date(2026, 11, 9))) == date(2026, 11, 9), "heard since"
    assert day_taken(here, Sending(at, 20, after)) == here, "never after its own day"


def test_a_clock_in_another_zone_or_behind_is_not_days_ahead() -> None:
    whole = timedelta(hours=-3), timedelta(hours=9), timedelta(hours=23), timedelta(hours=49)
    assert [whole_days(ahead) for ahead in whole] == [0, 0, 0, 2]
