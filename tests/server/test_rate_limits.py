"""One caller cannot ask without end, and does not hold up another."""

from __future__ import annotations

from sync.server.services.rate_limits import RateLimit


def test_a_caller_has_its_tokens_and_then_waits() -> None:
    limit = RateLimit(per_minute=3)
    assert [limit.wait_seconds("one", 100.0) for _ in range(3)] == [0, 0, 0]
    assert limit.wait_seconds("one", 100.0) == 20
    assert limit.wait_seconds("two", 100.0) == 0


def test_tokens_come_back_evenly_and_never_more_than_there_were() -> None:
    limit = RateLimit(per_minute=2)
    assert [limit.wait_seconds("one", 0.0) for _ in range(3)] == [0, 0, 30]
    assert limit.wait_seconds("one", 30.0) == 0
    assert [limit.wait_seconds("one", 9000.0) for _ in range(3)] == [0, 0, 30]


def test_a_clock_that_turns_back_takes_nothing_away() -> None:
    limit = RateLimit(per_minute=2)
    assert limit.wait_seconds("one", 100.0) == 0
    assert limit.wait_seconds("one", 50.0) == 0
