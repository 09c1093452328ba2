"""Checks of a laptop's clock: what is ahead of its arrival, and what was turned back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sync.server.domain.checks.clocks import Stamped, check_ahead, check_back
from sync.server.domain.checks.finding import Check
from sync.server.domain.sending import Sending

TEN_IN_THE_EVENING = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
"""In Jakarta; in Jayapura the next day has begun."""
HERE, NEXT = date(2026, 11, 22), date(2026, 11, 23)


def stamped(name: str, on: date, minutes: int = 0) -> Stamped:
    return Stamped(name, TEN_IN_THE_EVENING + timedelta(minutes=minutes), on)


def test_a_day_that_has_begun_somewhere_is_not_ahead() -> None:
    far = date(2027, 5, 1)
    entries = [stamped("a", HERE), stamped("b", NEXT), stamped("c", far), stamped("d", far)]
    assert check_ahead("agent", entries[:2], Sending(TEN_IN_THE_EVENING)) == ()
    (found,) = check_ahead("agent", entries, Sending(TEN_IN_THE_EVENING))
    assert (found.check, found.on, found.subject, found.evidence) == (Check.CLOCK_AHEAD, NEXT, "c", ("d",))
    assert found.measure == (far - NEXT).days
    early = TEN_IN_THE_EVENING - timedelta(minutes=4)
    assert check_ahead("agent", entries[1:2], Sending(early)) == ()
    assert check_ahead("agent", entries[1:2], Sending(early - timedelta(minutes=2))) != ()


def test_days_that_a_silent_laptops_clock_has_shown_before_are_ahead_where_the_clock_still_is() -> None:
    entries = [stamped("a", HERE), stamped("b", HERE)]
    assert check_ahead("agent", entries, Sending(TEN_IN_THE_EVENING)) == ()
    assert check_ahead("agent", [], Sending(TEN_IN_THE_EVENING, 20, HERE)) == ()
    (found,) = check_ahead("agent", entries, Sending(TEN_IN_THE_EVENING, 20, HERE))
    assert (found.on, found.subject, found.evidence, found.measure) == (NEXT, "a", ("b",), 20)


def test_who_travels_west_turns_no_clock_back() -> None:
    at_midnight = stamped("east", NEXT)
    west = stamped("west", HERE, minutes=1)
    drifting, turned = stamped("drifting", HERE, minutes=-5), stamped("turned", HERE, minutes=-6)
    pairs = [(at_midnight, west), (at_midnight, drifting), (west, turned)]
    assert check_back("agent", pairs, TEN_IN_THE_EVENING) == ()
    (found,) = check_back("agent", [(at_midnight, turned)], TEN_IN_THE_EVENING)
    assert (found.check, found.on, found.subject, found.evidence) == (
        Check.CLOCK_BACK,
        NEXT,
        "turned",
        ("east",),
    )
    assert found.measure == 1
