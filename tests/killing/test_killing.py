"""A laptop and a server killed again and again lose nothing and double nothing; and the proof of it can fail."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from sync.rules.receipt_number import ReceiptNumber
from tests.killing.command import summary
from tests.killing.day import Day, plan
from tests.killing.failpoints import ANY_MOMENT, FIRST_RUN, LAPTOP, SERVER, End, Failpoint
from tests.killing.laptop import Held
from tests.killing.lives import Unproven
from tests.killing.proof import faults

ON_SQLITE = (
    Failpoint(End.LAPTOP, "devices answered"),
    Failpoint(End.LAPTOP, "store.key before its fsync"),
    Failpoint(End.LAPTOP, "save, after the commit", 1, 2),
    Failpoint(End.SERVER, "settle, after the commit"),
    Failpoint(End.LAPTOP, "batches answered"),
    Failpoint(End.LAPTOP, "apply, before the commit"),
)
ON_POSTGRESQL = (
    Failpoint(End.SERVER, "inbox, after the commit"),
    Failpoint(End.LAPTOP, "settle, before the commit"),
    Failpoint(End.SERVER, "batches half answered"),
    Failpoint(End.LAPTOP, ANY_MOMENT, None, 2),
)
STRANGER = str(ReceiptNumber("0Q2FK", 2, 9))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Day:
    folder = tmp_path_factory.mktemp("day")
    day = Day(folder, f"sqlite:///{folder / 'server.db'}", 1)
    day.run(ON_SQLITE)
    return day


def test_a_day_of_kills_leaves_one_book(played: Day) -> None:
    assert list(faults(played)) == []
    assert played.kills.total() == len(ON_SQLITE)
    assert played.receipts
    assert played.found == 1


@pytest.mark.postgresql
def test_so_does_one_on_postgresql(tmp_path: Path, postgres_url: str) -> None:
    day = Day(tmp_path, postgres_url, 2)
    day.run(ON_POSTGRESQL)
    assert list(faults(day)) == []
    assert day.kills.total() == len(ON_POSTGRESQL)
    assert day.receipts


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (lambda receipts: receipts.popitem(), "at the server"),
        (lambda receipts: receipts.update({min(receipts): 1}), "over 1 is [("),
        (lambda receipts: receipts.update({STRANGER: 33_600}), "over 33600 is [] at the server"),
        (lambda receipts: receipts.update({STRANGER: 33_600}), "a kill cost an epoch"),
    ],
    ids=["one more at the server", "another sum", "a stranger", "another epoch"],
)
def test_books_that_differ_are_told(
    played: Day, told: Callable[[dict[str, int]], object], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(played, "receipts", dict(played.receipts))
    told(played.receipts)
    assert any(said in fault for fault in faults(played))


@pytest.mark.parametrize(
    ("held", "unseen", "said"),
    [
        (Held({}, frozenset("a")), 0, "shown and gone"),
        (Held({"number": 8_400}, frozenset()), 0, "shown and gone"),
        (Held({"number": 8_400}, frozenset("ab")), 0, "1 actions are stored that nobody was shown"),
        (Held({"number": 8_400}, frozenset("a")), 1, "0 actions are stored that nobody was shown"),
        (Held({"number": 8_400}, frozenset("abc")), None, "2 actions are stored that nobody was shown"),
    ],
)
def test_a_store_that_lost_or_invented_something_is_told(
    tmp_path: Path, held: Held, unseen: int | None, said: str
) -> None:
    day = Day(tmp_path, "", 3, receipts={"number": 8_400}, actions={"a"})
    with pytest.raises(Unproven, match=said):
        day.compare(held, unseen)


def test_a_long_day_passes_every_place_of_both_ends() -> None:
    planned = plan(random.Random(4), 30)
    assert {(place.end, place.place) for place in planned[2:]} == {
        (place.end, place.place) for place in (*LAPTOP, *SERVER)
    }
    assert set(planned[:2]) <= set(FIRST_RUN)
    assert len(plan(random.Random(4), 6)) == 6


def test_the_summary_adds_days_up(tmp_path: Path) -> None:
    days = [Day(tmp_path, "", seed, receipts={str(seed): 8_400}, found=1) for seed in (1, 2)]
    days[0].kills["laptop: hello unsent"] += 2
    days[1].kills["server: any moment"] += 1
    assert list(summary(days, 3.2)) == [
        "     2  laptop: hello unsent",
        "     1  server: any moment",
        "3 kills, 2 receipts over Rp16.800, 2 of them found only after the kill, 3 s",
    ]
