"""Sums that took long are told again for minutes, those of a young branch never."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

from sync.server.services.coverage_sums import KEPT, LONG, MOST, Asked, CoverageSums
from tests.support.intake_house import StandingClock
from tests.support.memory_store.store import MemoryStore

NINE = datetime(2026, 11, 22, 2, tzinfo=UTC)
MONTH = Asked(("agent",), date(2026, 11, 1), date(2026, 11, 30))


def kept(seconds: float) -> tuple[StandingClock, CoverageSums]:
    """Sums of which each takes so long to read."""
    clock, ticks = StandingClock(NINE), count(step=seconds)
    return clock, CoverageSums(clock, lambda: next(ticks))


def test_long_sums_are_kept_for_minutes_unless_fresh_ones_are_asked_for() -> None:
    clock, sums = kept(LONG)
    with MemoryStore().reading() as tx:
        first = sums.read(tx, MONTH, fresh=False)
        clock.at = NINE + KEPT - timedelta(seconds=1)
        assert sums.read(tx, MONTH, fresh=False) is first
        anew = sums.read(tx, MONTH, fresh=True)
        assert (first.at, anew.at) == (NINE, clock.at)
        clock.at += KEPT - timedelta(seconds=1)
        assert sums.read(tx, MONTH, fresh=False) is anew
        clock.at += timedelta(seconds=1)
        assert sums.read(tx, MONTH, fresh=False).at == clock.at


def test_a_clock_set_back_tells_nothing_of_the_future() -> None:
    clock, sums = kept(LONG)
    with MemoryStore().reading() as tx:
        sums.read(tx, MONTH, fresh=False)
        clock.at = NINE - timedelta(days=1)
        assert sums.read(tx, MONTH, fresh=False).at == clock.at


def test_short_sums_are_read_each_time() -> None:
    _clock, sums = kept(LONG / 2)
    with MemoryStore().reading() as tx:
        assert sums.read(tx, MONTH, fresh=False) is not sums.read(tx, MONTH, fresh=False)


def test_a_few_are_kept_and_the_oldest_goes_first() -> None:
    _clock, sums = kept(LONG)
    asked = [Asked((str(place),), MONTH.first, MONTH.last) for place in range(MOST + 1)]
    with MemoryStore().reading() as tx:
        read = [sums.read(tx, one, fresh=False) for one in asked]
        again = [sums.read(tx, one, fresh=False) for one in reversed(asked)]
    assert [one is two for one, two in zip(read, reversed(again), strict=True)] == [False, *[True] * MOST]


def test_what_commissions_are_reckoned_from_is_kept_beside_by_its_limits() -> None:
    clock, sums = kept(LONG)
    with MemoryStore().reading() as tx:
        reached = sums.read(tx, MONTH, fresh=False)
        first = sums.fees(tx, MONTH, 24, 60, fresh=False)
        assert (first.new, first.payments, first.at) == ((), (), NINE)
        assert sums.fees(tx, MONTH, 24, 60, fresh=False) is first
        assert sums.fees(tx, MONTH, 12, 60, fresh=False) is not first
        assert sums.fees(tx, MONTH, 24, 60, fresh=True) is not first
        assert sums.read(tx, MONTH, fresh=False) is reached
        clock.at = NINE + KEPT
        assert sums.fees(tx, MONTH, 24, 60, fresh=False).at == clock.at
