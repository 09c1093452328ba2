"""Finished days of the audit trail are signed once, whatever the clock did meanwhile."""

from __future__ import annotations

from datetime import date, timedelta

from sync.protocol.signatures import anchor_message, verify
from sync.server.services.anchoring import anchor_days
from sync.server.services.auditing import audit
from tests.support.field_laptop import NINE
from tests.support.intake_house import IntakeHouse, field_house

__all__ = ["field_house"]

DAY = timedelta(days=1)


def _act(house: IntakeHouse, *days: int) -> None:
    with house.store.transaction() as tx:
        for number in days:
            audit(tx, NINE + number * DAY, "terminal", "agent_added", f"agent-{number}")


def test_a_day_is_anchored_once_it_is_over(field_house: IntakeHouse) -> None:
    house = field_house
    signing = house.keys.signing
    assert anchor_days(house.store, house.clock, signing) == 0
    _act(house, 0, 0)
    assert anchor_days(house.store, house.clock, signing) == 0
    house.clock.at = NINE + DAY
    assert anchor_days(house.store, house.clock, signing) == 1
    assert anchor_days(house.store, house.clock, signing) == 0
    _act(house, 2, 1, 3)
    house.clock.at = NINE + 3 * DAY
    assert anchor_days(house.store, house.clock, signing) == 1
    with house.store.reading() as tx:
        newest, rows = tx.audits.anchor(), tx.audits.after(0, 10)
    assert newest is not None
    assert (newest.day, newest.number, newest.hash) == (date(2026, 11, 24), 4, rows[3].hash)
    assert verify(house.keys.public, newest.signature, anchor_message(newest.day, 4, newest.hash))
    with house.store.transaction() as tx:
        tx.audits.add_anchor(newest)
