"""The list of a lost laptop names everybody whose data was on it, once, with what was there and what may be missing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from sync.protocol.bodies.contribution import ContributionPersonal, UnknownWorker
from sync.protocol.feed import WorkerPayload
from sync.protocol.lost_laptop import HeldPerson, LaptopRecords
from sync.protocol.wire import wire_bytes
from sync.rules.nik import mask_nik
from sync.server.refusals import Refusal
from sync.server.services import held_records
from sync.server.services.auditing import trail
from sync.server.services.device_states import DeviceStates
from sync.server.services.held_records import HeldRecords
from sync.server.storage.chain_records import HeardMark
from tests.support.field_laptop import NINE, Enrolled, FieldLaptop, farmer_lines, fresh_id, person, salt
from tests.support.intake_house import IntakeHouse, field_house

__all__ = ["field_house"]

QUARTER = timedelta(minutes=15)
SITI = person(1, name="Siti Contoh")


class Lost:
    """A laptop that enrolled Siti with a picture, and took money for somebody whom another laptop enrolled."""

    def __init__(self, house: IntakeHouse) -> None:
        self.house = house
        self.laptop: FieldLaptop = house.laptop()
        self.siti: Enrolled = self.laptop.enrol(SITI, card=b"card")
        self.stranger = fresh_id()
        named = UnknownWorker(worker_id=self.stranger, nik="3202081408900077", name="Tamu Contoh")
        personal = ContributionPersonal(salt=salt(), blobs=(), workers=(named,))
        self.laptop.pay(fresh_id(), farmer_lines(self.stranger, 1), personal=personal)
        house.push(self.laptop)
        self.records = HeldRecords(house.store, house.clock, QUARTER)

    def page(self, after: str = "") -> LaptopRecords:
        return self.records.page(self.laptop.device, "sari", "branch", after)

    def people(self) -> dict[str, HeldPerson]:
        return {one.worker_id: one for one in self.page().people}


@pytest.fixture
def lost(field_house: IntakeHouse) -> Lost:
    return Lost(field_house)


def card(worker_id: str, name: str) -> str:
    payload = WorkerPayload(worker_id=worker_id, nik="3202081408900088", name=name)
    return wire_bytes(payload).decode()


def test_everybody_is_named_as_the_branch_knows_them_with_what_was_there(lost: Lost) -> None:
    after = replace(SITI, name="Siti Contoh Baru", bank="BRI", bank_number="1234", bank_holder="Siti")
    lost.laptop.correct(lost.siti, SITI, after)
    lost.house.push(lost.laptop)
    people = lost.people()
    siti, guest = people[lost.siti.worker_id], people[lost.stranger]
    assert (siti.name, siti.nik, siti.phone) == ("Siti Contoh Baru", mask_nik(SITI.nik), SITI.phone)
    assert {"identity", "contact", "family", "work", "bank", "payments", "photos", "signature"} == set(
        siti.data
    )
    assert (siti.epoch, siti.seq, siti.received_at) == (1, lost.laptop.seq, NINE)
    assert (guest.name, guest.nik, guest.phone) == ("Tamu Contoh", mask_nik("3202081408900077"), "")
    assert (guest.data, guest.seq) == (("identity", "payments"), 5)


def test_cards_count_that_it_may_have_fetched(lost: Lost) -> None:
    early, late = fresh_id(), fresh_id()
    with lost.house.store.transaction() as tx:
        tx.feed.append("agent-1", "worker", NINE + QUARTER, card(early, "Lama"))
        tx.feed.append("agent-1", "worker", NINE + QUARTER, card(early, "Kartu Contoh"))
        tx.feed.append("agent-1", "worker", NINE + timedelta(hours=1), card(late, "Nanti"))
    people = lost.people()
    assert late not in people
    assert (people[early].name, people[early].data) == ("Kartu Contoh", ("identity", "contact", "payments"))
    assert (people[early].epoch, people[early].received_at) == (None, None)


def test_what_the_branch_has_erased_is_said_to_be_erased(lost: Lost) -> None:
    other = lost.house.laptop()
    budi = other.enrol(person(2), card=b"other card")
    other.outbox = [replace(one, personal=None) for one in other.outbox]
    lost.house.push(other)
    (told,) = lost.records.page(other.device, "sari", None).people
    assert (told.worker_id, told.name, told.nik) == (budi.worker_id, "", "")
    assert told.data == ("work", "payments", "photos", "erased")


def test_chains_say_what_arrived_and_what_may_be_missing(lost: Lost) -> None:
    with lost.house.store.transaction() as tx:
        (row,) = tx.devices.epochs(lost.laptop.device)
        tx.devices.put_epochs([replace(row, reported_seq=9, reported_at=NINE)])
        tx.devices.hear([HeardMark(lost.laptop.device, 2, 4, NINE)])
    first, second = lost.page().chains
    assert (first.epoch, first.received, first.received_at) == (1, lost.laptop.seq, NINE)
    assert (first.told, first.missing) == (9, 9 - lost.laptop.seq)
    assert (second.epoch, second.received, second.received_at, second.told, second.missing) == (
        2,
        0,
        None,
        4,
        4,
    )


def test_pages_are_written_down_with_whom_they_name(lost: Lost, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_records, "MOST_PEOPLE", 1)
    everybody = sorted((lost.siti.worker_id, lost.stranger))
    first = lost.page()
    assert (first.total, first.after, [one.worker_id for one in first.people]) == (
        2,
        everybody[0],
        everybody[:1],
    )
    second = lost.page(everybody[0])
    assert (second.after, [one.worker_id for one in second.people]) == (None, everybody[1:])
    seen = [one for one in trail(lost.house.store, 0, 100) if one.act == "laptop_records_seen"]
    assert [(one.actor, one.subject, json.loads(one.detail)) for one in seen] == [
        ("sari", lost.laptop.device, {"workers": [one]}) for one in everybody
    ]
    with pytest.raises(Refusal) as refused:
        lost.records.page(lost.laptop.device, "sari", "another")
    assert refused.value.code == "laptop_unknown"
    empty = lost.records.page(lost.house.laptop().device, "sari", None)
    assert (empty.total, empty.people, empty.chains[0].received) == (0, (), 0)


def test_from_the_first_report_the_clock_runs_and_the_laptop_is_revoked(lost: Lost) -> None:
    states, device = DeviceStates(lost.house.store, lost.house.clock), lost.laptop.device
    assert (lost.page().lost_at, lost.page().notice_due) == (None, None)
    told = states.report_lost(device, 2, "sari", "branch").device
    assert (told.state, told.lost_at) == ("revoked_drain", NINE - timedelta(hours=2))
    states.put(device, "active", "sari", "branch")
    again = states.report_lost(device, 0, "sari", "branch").device
    assert (again.state, again.lost_at) == ("revoked_drain", NINE - timedelta(hours=2))
    assert states.report_lost(device, 0, "sari", "branch").device == again
    assert lost.page().notice_due == NINE + timedelta(hours=70)
    for _ in range(2):
        found = states.found_again(device, "sari", "branch").device
        assert (found.state, found.lost_at) == ("revoked_drain", None)
    acts = [one.act for one in trail(lost.house.store, 0, 100)]
    assert (acts.count("device_lost"), acts.count("device_found"), acts.count("device_state_set")) == (
        1,
        1,
        3,
    )
