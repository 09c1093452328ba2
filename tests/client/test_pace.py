"""How large and how soon: batch sizes, time-outs and pauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.client.backoff import LONGEST, SHORTEST, pause
from sync.client.sizing import LONGEST_TIME_OUT, MOST_BYTES, MOST_ENTRIES, SHORTEST_TIME_OUT, Sizing


def test_sizes_double_up_to_two_thousand() -> None:
    sizing, seen = Sizing(), []
    for _ in range(7):
        seen.append(sizing.entries)
        sizing = sizing.succeeded(100_000, 1.0)
    assert seen == [100, 200, 400, 800, 1_600, 2_000, 2_000]
    assert sizing.most_bytes == MOST_BYTES == 1_048_576


def test_a_slow_success_keeps_the_size_and_a_failure_halves_it_down_to_one() -> None:
    assert Sizing().succeeded(100_000, 2.5).entries == 100
    sizing, seen = Sizing(), []
    while not sizing.smallest:
        sizing = sizing.shrunk()
        seen.append(sizing.entries)
    assert seen == [50, 25, 12, 6, 3, 1]
    assert sizing.shrunk().entries == 1


def test_limits_come_down_but_never_go_above_the_protocols() -> None:
    limited = Sizing(entries=800).limited(300, 10_000)
    assert (limited.entries, limited.most_entries, limited.most_bytes) == (300, 300, 10_000)
    assert limited.succeeded(1, 0.0).entries == 300
    wide = limited.limited(9_999, 1 << 30)
    assert (wide.entries, wide.most_entries, wide.most_bytes) == (300, MOST_ENTRIES, MOST_BYTES)


def test_the_time_out_follows_the_measured_rate() -> None:
    assert Sizing().time_out == SHORTEST_TIME_OUT
    slow = Sizing().succeeded(10_000, 1.0)
    assert slow.time_out == LONGEST_TIME_OUT
    middling = Sizing().succeeded(100_000, 1.0)
    assert SHORTEST_TIME_OUT < middling.time_out < LONGEST_TIME_OUT
    assert middling.succeeded(300_000, 1.0).rate == 200_000
    assert Sizing().succeeded(1_000_000, 0.0).time_out == SHORTEST_TIME_OUT


def test_pauses_grow_from_five_seconds_to_a_quarter_of_an_hour() -> None:
    assert pause(0, 0.5) == 0.0
    assert pause(1, 0.0) == SHORTEST
    assert [pause(n, 1.0) for n in (1, 2, 3, 8, 50, 10_000)] == [10.0, 20.0, 40.0, 900.0, 900.0, 900.0]


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_pauses_lie_between_their_bounds(failures: int, chance: float) -> None:
    assert SHORTEST <= pause(failures, chance) <= LONGEST


@pytest.mark.parametrize("chance", [-5.0, 7.0])
def test_chances_out_of_range_are_taken_as_the_nearest(chance: float) -> None:
    assert pause(1, chance) in {SHORTEST, 10.0}
