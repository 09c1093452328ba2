"""Money for somebody whom nobody ever enrols: it waits five days, comes on a person's list, and is cleared either way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from perisai_desktop.domain.review import QueueRecord
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.storage import entry_status
from sync.rules.cash import cash_facts, cash_in_hand
from sync.rules.states import ClientState, ReviewState
from tests.support.centres import MARKET_DATE, Centre, running_centre
from tests.support.desk_money import MoneyHand
from tests.support.desks import SIGNATURE
from tests.support.enrolled_desks import EnrolledDesk, enrolled_desk
from tests.support.field_laptop import farmer_lines, fresh_id

PAID = 8_400


@pytest.fixture
def waiting(tmp_path: Path) -> Iterator[tuple[EnrolledDesk, str, Centre]]:
    """A desk whose payment for a stranger arrived, and its branch six days later."""
    folder = tmp_path / "centre"
    with running_centre(folder) as centre:
        house = enrolled_desk(tmp_path / "profile", centre)
        house.enrol()
        _, paid = MoneyHand(house.desk).pay(*farmer_lines(fresh_id(), 1))
        house.settle()
        assert state_of(house, paid) == (ClientState.ACKNOWLEDGED, ReviewState.PARKED)
        house.desk.close()
    with running_centre(folder, MARKET_DATE + timedelta(days=6)) as centre:
        house.server_url = centre.url
        house.reopen()
        house.settle()
        assert state_of(house, paid) == (ClientState.ACKNOWLEDGED, ReviewState.SUSPENSE)
        yield house, paid, centre
        house.desk.close()


def state_of(house: EnrolledDesk, entry_id: str) -> tuple[ClientState, ReviewState | None]:
    with house.desk.enrolling.database.reading() as session:
        status = entry_status.status(session, entry_id)
    assert status is not None
    return status.client, status.review


def reviewer(centre: Centre) -> Reviewing:
    signed = Reviewing.at(centre.url)
    signed.sign_in("penyelia", centre.secrets.reviewer_password)
    return signed


def listed(signed: Reviewing) -> list[QueueRecord]:
    """What is in suspense on the reviewer's list."""
    records = [record for group in signed.queue() for record in group.records]
    return [record for record in records if record.state is ReviewState.SUSPENSE]


def buckets(centre: Centre) -> dict[str, int]:
    with centre.server.store.reading() as tx:
        totals = tx.money.totals()
    assert totals.rupiah == totals.receipts_rupiah
    return dict(totals.buckets)


def branch_cash(house: EnrolledDesk, centre: Centre) -> int:
    with centre.server.store.reading() as tx:
        device = tx.devices.device(house.desk.identity.device)
        assert device is not None
        return cash_in_hand(cash_facts(tx.money.cash(device.agent_id).items()))


def test_its_money_stays_where_a_person_keeps_it(waiting: tuple[EnrolledDesk, str, Centre]) -> None:
    house, paid, centre = waiting
    signed = reviewer(centre)
    (record,) = listed(signed)
    assert (record.entry_id, record.kind, record.rupiah) == (paid, "contribution", PAID)
    assert buckets(centre)["held"] == PAID
    signed.approve(paid, signed.record(paid).hash)
    assert listed(signed) == []
    house.settle()
    assert state_of(house, paid) == (ClientState.APPROVED, ReviewState.APPROVED)
    assert "held" not in buckets(centre)
    assert MoneyHand(house.desk).cash() == branch_cash(house, centre) == house.shown[0].total + PAID
    signed.close()


def test_its_money_is_given_back_where_a_person_refuses_it(waiting: tuple[EnrolledDesk, str, Centre]) -> None:
    house, paid, centre = waiting
    signed = reviewer(centre)
    signed.refuse(paid, signed.record(paid).hash, "other")
    house.settle()
    assert state_of(house, paid) == (ClientState.REFUSED, ReviewState.REFUSED)
    assert MoneyHand(house.desk).cash() == branch_cash(house, centre) == house.shown[0].total + PAID
    (due,) = house.desk.refunding.due()
    assert due.rupiah == PAID
    house.desk.refunding.give_back(due.decision_id, "worker", "Penerima", SIGNATURE)
    house.settle()
    assert buckets(centre)["refunded"] == PAID
    assert MoneyHand(house.desk).cash() == branch_cash(house, centre) == house.shown[0].total
    assert house.desk.refunding.due() == ()
    signed.close()
