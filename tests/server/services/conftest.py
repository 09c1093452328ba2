"""What tests of the server's services may ask for, and on which store each of them runs."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

import pytest

from tests.support.branch_house import house

__all__ = ["house"]

STORES = ("sqlite", "postgresql")
HERE = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run each test on one of the two stores, half of them on either, where the whole suite runs.

    The stores are held to be alike by `tests/server/storage`; whoever asks for a mark, a word or single folders gets both.
    """
    if config.option.markexpr or config.option.keyword or any("services" in word for word in config.args):
        return
    left = [item for item in items if HERE in item.path.parents and _of_the_other(item)]
    config.hook.pytest_deselected(items=left)
    gone = set(left)
    items[:] = [item for item in items if item not in gone]


def _of_the_other(item: pytest.Item) -> bool:
    """Whether the same test runs on the other store."""
    store = next((store for store in STORES if store in item.name), None)
    if store is None:
        return False
    return store != STORES[crc32(item.nodeid.replace(store, "").encode()) % 2]
