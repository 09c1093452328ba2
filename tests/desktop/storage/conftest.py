"""A fresh encrypted store for each test of the storage."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop.storage.database import Database
from tests.support.stores import lay_blank, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    """A store of its own, closed when the test is over."""
    lay_blank(tmp_path / "store.db")
    database = open_store(tmp_path)
    yield database
    database.close()
