"""A kelompok pays on after the personal parts of its enrolments went, and is forgotten with the last of its cards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop.domain.group_renewal import MemberPayment
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from sync.protocol.signatures import SigningKey
from tests.support.desk_money import MoneyHand
from tests.support.desks import HandClock
from tests.support.kelompok_lists import SPONSOR, enrolled
from tests.support.purge_house import DAYS, PurgeHouse, purge_house


@pytest.fixture
def house(tmp_path: Path, key: SigningKey, clock: HandClock) -> Iterator[PurgeHouse]:
    opened = purge_house(tmp_path / "house", key, clock)
    yield opened
    opened.desk.close()


def renewed(desk: AgentDesk) -> Receipt:
    """Everybody who can pay, for what is owed."""
    (listed,) = desk.payers.all()
    members = [one for one in desk.group_renewing.outlook(listed.steps).members if one.options]
    options = [one.options[one.usual] for one in members]
    payments = [
        MemberPayment(one.worker_id, option.first, option.months)
        for one, option in zip(members, options, strict=True)
    ]
    return desk.group_renewing.renew(listed.steps, payments, sum(one.quote.total for one in options))


def test_a_kelompok_is_known_while_one_of_it_is_served(house: PurgeHouse, tmp_path: Path) -> None:
    desk = house.desk
    receipt = enrolled(desk, tmp_path, (1, 2, 3))
    house.deposit(receipt)
    house.sync()
    for entry in MoneyHand(desk).written_kind("enrolment"):
        house.decide(entry.entry_id)
        house.sync()
    house.later(DAYS + 2)
    house.clean()
    assert house.purging.standing().cleaned >= 3
    assert "Siti Rahayu" not in house.dumped()
    (listed,) = desk.payers.all()
    assert (listed.name, listed.members) == (SPONSOR, 3)
    MoneyHand(desk).prove_rebuild()
    again = renewed(desk)
    assert (again.received_from, len(again.people)) == (SPONSOR, 3)
    assert {one.name for one in again.people} == {one.name for one in receipt.people}
    house.deposit(again)
    house.sync()
    house.later(DAYS + 200)
    house.clean()
    assert desk.payers.all() == ()
    assert SPONSOR in house.dumped()
    house.later(2)
    house.clean()
    assert SPONSOR not in house.dumped()
    MoneyHand(desk).prove_rebuild()
