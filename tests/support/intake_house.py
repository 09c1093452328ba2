"""A branch with an intake that field laptops push into, on each database in turn."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from sync.protocol.batch import PackedBatch
from sync.protocol.chain import genesis_hash
from sync.protocol.messages import Acknowledgement, EntryVerdict
from sync.protocol.signatures import SigningKey
from sync.server.keys import ServerKeys
from sync.server.services.intake import Intake, Taken
from sync.server.services.settling import Settling
from sync.server.storage.opening import open_store
from sync.server.storage.records import Agent, Branch, Device, DeviceEpoch, Office
from sync.server.storage.store import Store
from tests.support.field_laptop import NINE, FieldLaptop
from tests.support.memory_store.store import MemoryStore
from tests.support.reference_data import gazetteer, reference
from tests.support.server_databases import DATABASES, blank_sqlite


class StandingClock:
    """A clock that a test sets."""

    def __init__(self, at: datetime = NINE) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


@dataclass(slots=True)
class IntakeHouse:
    """The store, its intake, and agents with laptops."""

    store: Store
    keys: ServerKeys
    clock: StandingClock
    intake: Intake
    url: str
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def laptop(self, agent_id: str = "agent-1", state: str = "active") -> FieldLaptop:
        """A device of an agent, made where it is missing."""
        code, key = f"0000{next(self.numbers)}", SigningKey.generate()
        start = genesis_hash(key.public)
        with self.store.transaction() as tx:
            if tx.organisation.agent(agent_id) is None:
                tx.organisation.add_agent(
                    Agent(agent_id, "branch", "office", f"A-{agent_id}", "Agen Contoh", NINE)
                )
            tx.devices.add_device(
                Device(code, agent_id, key.public, True, b"w", b"s" * 32, NINE, NINE, state)
            )
            tx.devices.put_epochs([DeviceEpoch(code, 1, start, NINE, start)])
        return FieldLaptop(code, key)

    def device(self, laptop: FieldLaptop) -> Device:
        """The device's row."""
        with self.store.reading() as tx:
            found = tx.devices.device(laptop.device)
        assert found is not None
        return found

    def push(self, laptop: FieldLaptop, batch: PackedBatch | None = None) -> Taken:
        """Push what the laptop has, or a batch packed before."""
        packed = laptop.packed() if batch is None else batch
        return self.intake.receive(self.device(laptop), packed.batch_id, packed.body)

    def verdicts(self, laptop: FieldLaptop, batch: PackedBatch | None = None) -> tuple[EntryVerdict, ...]:
        """The verdicts on what the laptop has."""
        taken = self.push(laptop, batch)
        assert taken.status == 200
        return Acknowledgement.model_validate_json(taken.body).verdicts


def open_house(store: Store, folder: Path, url: str = "") -> IntakeHouse:
    """A branch in an empty store; `url` is its database's address."""
    keys, clock = ServerKeys.open(folder), StandingClock()
    with store.transaction() as tx:
        tx.organisation.add_branch(
            Branch("branch", "001", "Cabang", "175", "latihan.invalid", b"r" * 32, NINE)
        )
        tx.organisation.add_office(Office("office", "branch", "Kantor", NINE))
    settling = Settling(reference, gazetteer())
    intake = Intake(store, keys, clock, settling, max_content=64 * 1024 * 1024)
    return IntakeHouse(store, keys, clock, intake, url)


@pytest.fixture(params=DATABASES)
def database_house(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[IntakeHouse]:
    """The house on SQLite and on PostgreSQL in turn: for several threads, or for a look behind the store."""
    yield from _housed(request, tmp_path_factory)


@pytest.fixture(params=[*DATABASES, "memory"])
def field_house(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[IntakeHouse]:
    """The house on SQLite, on PostgreSQL and in memory in turn."""
    yield from _housed(request, tmp_path_factory)


def _housed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[IntakeHouse]:
    folder = tmp_path_factory.mktemp("house")
    if request.param == "memory":
        yield open_house(MemoryStore(), folder)
        return
    if request.param == "sqlite":
        url = blank_sqlite(folder / "server.sqlite3")
    else:
        url = request.getfixturevalue("emptied_postgres")
    house = open_house(open_store(url), folder, url)
    yield house
    house.store.close()
