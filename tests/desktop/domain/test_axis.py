"""The steps of an axis are round, few, and reach the highest value."""

import pytest

from perisai_desktop.domain.axis import axis_steps


@pytest.mark.parametrize(
    ("highest", "steps"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (5, (0, 1, 2, 3, 4, 5)),
        (6, (0, 2, 4, 6)),
        (41, (0, 10, 20, 30, 40, 50)),
        (100, (0, 20, 40, 60, 80, 100)),
        (2_158_800, (0, 500_000, 1_000_000, 1_500_000, 2_000_000, 2_500_000)),
    ],
)
def test_steps_are_round_and_reach_the_highest(highest: int, steps: tuple[int, ...]) -> None:
    assert axis_steps(highest) == steps
