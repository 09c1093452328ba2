"""A branch that a laptop reaches on a stick alone: its real services in memory, and the laptop's real store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import acknowledgements, outbox
from sync.protocol.bundle import SUFFIX
from sync.protocol.bundle_answer import ANSWER_SUFFIX
from sync.protocol.chain import genesis_hash
from sync.protocol.signatures import SigningKey
from sync.rules.states import ClientState
from sync.server.services.blobs import Blobs
from sync.server.services.bundles import BundleReceived, Bundles
from sync.server.services.feed import Changes
from sync.server.services.ledger import LedgerSum, ledger_sum
from sync.server.storage.blob_folder import BlobFolder
from sync.server.storage.ports.blob_files import BlobFiles
from sync.server.storage.records import Agent, Device, DeviceEpoch
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile, on_its_way
from tests.support.field_laptop import NINE
from tests.support.intake_house import IntakeHouse, open_house
from tests.support.memory_store.store import MemoryStore

DEVICE = "0Q2FK"


@dataclass(frozen=True, slots=True)
class StickBranch:
    """`take` does what the server's command line does with one file."""

    house: IntakeHouse
    files: BlobFiles

    @property
    def blobs(self) -> Blobs:
        """The door for pictures."""
        return Blobs(self.house.store, self.house.clock, self.files)

    @property
    def device(self) -> Device:
        """The laptop as the branch knows it."""
        with self.house.store.reading() as tx:
            found = tx.devices.device(DEVICE)
        assert found is not None
        return found

    @property
    def bundles(self) -> Bundles:
        """The door for files."""
        house = self.house
        return Bundles(
            house.store,
            house.keys,
            house.clock,
            house.intake,
            Changes(house.store),
            self.blobs,
            practice=True,
        )

    def take(self, bundle: Path | str) -> tuple[BundleReceived, Path]:
        """Take in a file; the answer lies beside it."""
        place, answer = Path(bundle), BytesIO()
        with place.open("rb") as file:
            received = self.bundles.take(file, answer, "terminal")
        written = place.with_name(place.name.removesuffix(SUFFIX) + ANSWER_SUFFIX)
        written.write_bytes(answer.getvalue())
        return received, written

    def ledger(self) -> LedgerSum:
        """What the branch's books hold."""
        return ledger_sum(self.house.store)


def stick_branch(folder: Path, key: SigningKey) -> StickBranch:
    """A branch in memory that knows the laptop with this key."""
    house = open_house(MemoryStore(), folder)
    start = genesis_hash(key.public)
    with house.store.transaction() as tx:
        tx.organisation.add_agent(Agent("agent-1", "branch", "office", "A3", "Nining Sukaesih", NINE))
        tx.devices.add_device(Device(DEVICE, "agent-1", key.public, True, b"w", b"s" * 32, NINE, NINE))
        tx.devices.put_epochs([DeviceEpoch(DEVICE, 1, start, NINE, start)])
    return StickBranch(house, BlobFolder(folder / "pictures"))


def profile_of(folder: Path, key: SigningKey, branch: StickBranch) -> Profile:
    """The profile of that laptop, with the branch's keys pinned."""
    keys = branch.house.keys
    return make_profile(folder, key, keys.public, bundle_key=keys.bundle_public)


@pytest.fixture
def branch(tmp_path: Path, key: SigningKey) -> StickBranch:
    return stick_branch(tmp_path / "branch", key)


@pytest.fixture
def desk(tmp_path: Path, key: SigningKey, clock: HandClock, branch: StickBranch) -> Iterator[AgentDesk]:
    opened = desk_of(profile_of(tmp_path / "profile", key, branch), clock)
    yield opened
    opened.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def enrol(desk: AgentDesk, *days: int) -> None:
    for day in days:
        desk.enrolling.enrol(
            filled_draft(
                desk,
                nik=f"320208{day:02}08900004",
                birth_date=f"1990-08-{day:02}",
                name=f"Contoh {'abcdefghijklmnopqrstuvwxyz'[day]}",
                phone=f"08123456{day:04}",
            )
        )


def queued(desk: AgentDesk) -> int:
    with desk.enrolling.database.reading() as session:
        return outbox.queue(session).entries


def proofs(desk: AgentDesk) -> int:
    with desk.enrolling.database.reading() as session:
        return acknowledgements.count(session)


def states(desk: AgentDesk) -> set[ClientState]:
    return {item.client for item in on_its_way(desk)}
