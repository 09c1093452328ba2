"""The two stores that a run of the sync may have under it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.exchange_stores import Furnished, exchange_store


@pytest.fixture(params=["encrypted", "simulated"])
def furnished(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Furnished]:
    """A store with two enrolments of four entries each."""
    yield from exchange_store(request.param, tmp_path)
