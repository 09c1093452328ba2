"""A feed ends where its counter stands, and a server that was started later gives higher positions."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from sync.server.composition import opened
from sync.server.services.feed import Changes, feed_floor
from sync.server.settings import practice_settings
from tests.support.field_laptop import NINE, person
from tests.support.intake_house import IntakeHouse, field_house

__all__ = ["field_house"]


def test_the_last_page_ends_where_the_feed_does(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    field_house.verdicts(laptop)
    with field_house.store.transaction() as tx:
        tx.feed.advance("agent-1", 90)
    changes, device = Changes(field_house.store), field_house.device(laptop)
    first, last = changes.page(device, 0, limit=3), changes.page(device, 3)
    assert (len(first.rows), first.cursor, first.more) == (3, 3, True)
    assert (len(last.rows), last.cursor, last.more) == (1, 90, False)
    assert changes.page(device, 90).cursor == 90
    assert changes.page(device, 95).cursor == 95


def test_a_server_gives_positions_above_all_that_was_given_before_it_started(tmp_path: Path) -> None:
    assert feed_floor(NINE + timedelta(seconds=1)) == feed_floor(NINE) + 1_000
    with (
        opened(practice_settings(tmp_path, "", date(2026, 11, 22))) as server,
        server.store.transaction() as tx,
    ):
        assert tx.feed.append("agent", "notice", NINE, "{}") > feed_floor(NINE - timedelta(days=365))
