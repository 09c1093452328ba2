"""Begins a run with the modules that take longest: whichever process has them, the others take its work meanwhile."""

from collections.abc import MutableSequence

import pytest

LONGEST = (
    "tests/journeys/test_market_tour.py",
    "tests/journeys/test_agents_day.py",
    "tests/simulation/test_simulation.py",
    "tests/bench/test_bench.py",
    "tests/desktop/reading/test_pictures.py",
    "tests/desktop/storage/test_durability.py",
    "tests/journeys/test_rosters_that_do_not_begin.py",
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: MutableSequence[pytest.Item]) -> None:
    """After the shuffle, whose order the rest keeps."""
    last = len(LONGEST)
    places = {name: place for place, name in enumerate(LONGEST)}
    items[:] = sorted(items, key=lambda item: places.get(item.nodeid.partition("::")[0], last))
