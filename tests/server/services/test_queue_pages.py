"""The queue page by page: whole days of agents, nothing twice and nothing left out, what waits for a reviewer first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from unittest import mock

import pytest

from sync.server.refusals import Refusal
from sync.server.services import queue_pages
from sync.server.services.queue_pages import Place, page_of, place_of
from sync.server.storage.records import Review
from sync.server.storage.store import UnitOfWork
from tests.support.memory_store.store import MemoryStore
from tests.support.store_rows import review

ON = date(2026, 11, 22)
LANES = [("b", ("received", "flagged")), ("b", ("returned",)), ("elsewhere", ("received",))]


@pytest.fixture
def tx() -> Iterator[UnitOfWork]:
    """Five records of two agents in three days that wait, and two that were sent back."""
    days = ((1, "a", 0), (2, "a", 0), (3, "b", 0), (4, "a", 1), (5, "b", 2))
    waiting = [_on(review(number), agent, day) for number, agent, day in days]
    returned = [replace(_on(review(number), "a", 0), state="returned") for number in (6, 7)]
    store = MemoryStore()
    with store.transaction() as tx:
        tx.reviews.add([*waiting, *returned])
        yield tx


def _on(one: Review, agent: str, day: int) -> Review:
    return replace(one, agent_id=agent, recorded_on=ON + timedelta(days=day))


def read(tx: UnitOfWork, size: int) -> list[list[int]]:
    """The numbers of the records of every page."""
    pages, place = [], Place()
    while True:
        found, following = page_of(tx, LANES, place, size)
        pages.append([int(one.entry_id.removeprefix("entry-")) for one in found])
        if following is None:
            return pages
        place = place_of(following.text())
        assert place == following


@pytest.mark.parametrize(
    ("size", "pages"),
    [
        (1, [[1, 2], [3], [4], [5], [6, 7], []]),
        (3, [[1, 2, 3], [4, 5, 6, 7], []]),
        (100, [[1, 2, 3, 4, 5, 6, 7]]),
    ],
)
def test_every_record_is_on_one_page(tx: UnitOfWork, size: int, pages: list[list[int]]) -> None:
    assert read(tx, size) == pages


def test_of_one_sort_no_more_is_told_than_a_reviewer_decides_on(tx: UnitOfWork) -> None:
    with mock.patch.object(queue_pages, "LARGEST_LANE", 3):
        assert read(tx, 2) == [[1, 2], [3, 4], [6, 7], []]


def test_a_place_is_refused_that_no_page_has_named() -> None:
    with pytest.raises(Refusal) as refused:
        place_of("0~0~2026-13-45~agent-1")
    assert (refused.value.code, refused.value.data) == ("request_invalid", {"field": "query.after"})
