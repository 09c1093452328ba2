"""Batches that arrive at the same moment: stored once, one holder for each NIK, no deadlock."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from sync.protocol.batch import UnpackedBatch, unpack
from sync.protocol.messages import Acknowledgement
from sync.rules.states import VerdictKind
from sync.server.services import intake
from sync.server.services.intake import Taken
from tests.support.field_laptop import FieldLaptop, person
from tests.support.intake_house import IntakeHouse


def test_the_same_batch_sent_twice_at_once_is_stored_once(database_house: IntakeHouse) -> None:
    laptop = database_house.laptop()
    for number in range(1, 6):
        laptop.enrol(person(number))
    batch, device = laptop.packed(), database_house.device(laptop)
    together = threading.Barrier(4)

    def send(_number: int) -> Taken:
        together.wait(20)
        return database_house.intake.receive(device, batch.batch_id, batch.body)

    with ThreadPoolExecutor(4) as pool:
        taken = list(pool.map(send, range(4)))
    assert len({(one.status, one.body) for one in taken}) == 1
    with database_house.store.reading() as tx:
        assert tx.entries.count() == 20
        assert tx.feed.last("agent-1") == 20


def test_a_batch_that_is_acknowledged_while_it_is_read_again_gets_that_answer(
    database_house: IntakeHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = database_house.laptop()
    laptop.enrol(person(1))
    batch, device = laptop.packed(), database_house.device(laptop)
    first: list[Taken] = []

    def overtaken(body: bytes, most: int) -> UnpackedBatch:
        monkeypatch.setattr(intake, "unpack", unpack)
        first.append(database_house.intake.receive(device, batch.batch_id, batch.body))
        return unpack(body, most)

    monkeypatch.setattr(intake, "unpack", overtaken)
    second = database_house.intake.receive(device, batch.batch_id, batch.body)
    assert [second] == first
    assert second.status == 200
    with database_house.store.reading() as tx:
        assert tx.entries.count() == 4


def test_two_agents_enrol_the_same_people_at_once(database_house: IntakeHouse) -> None:
    laptops = [database_house.laptop(f"agent-{number}") for number in range(3)]
    for number, laptop in enumerate(laptops):
        people = list(range(1, 21))
        for one in people if number % 2 else reversed(people):
            laptop.enrol(person(one))
    together = threading.Barrier(len(laptops))

    def send(laptop: FieldLaptop) -> list[VerdictKind]:
        batch, device = laptop.packed(), database_house.device(laptop)
        together.wait(20)
        taken = database_house.intake.receive(device, batch.batch_id, batch.body)
        verdicts = Acknowledgement.model_validate_json(taken.body).verdicts
        return [verdict.kind for verdict in verdicts[::4]]

    with ThreadPoolExecutor(3) as pool:
        kinds = [kind for one in pool.map(send, laptops) for kind in one]
    assert (kinds.count(VerdictKind.ACCEPTED), kinds.count(VerdictKind.DUPLICATE)) == (20, 40)
