"""The branch's server in the world: the shipped services over the store in memory, behind the shipped door."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sync.client.channel import RawAnswer
from sync.protocol.blobs import HEADER_ANSWER
from sync.protocol.chain import genesis_hash
from sync.protocol.signatures import (
    HEADER_CHALLENGE,
    HEADER_DEVICE,
    HEADER_NONCE,
    HEADER_SIGNATURE,
    HEADER_TIME,
    SigningKey,
)
from sync.rules.reference import Reference
from sync.server.keys import ServerKeys
from sync.server.routes.signed import SignedAnswers
from sync.server.services.blobs import Blobs
from sync.server.services.bundles import Bundles
from sync.server.services.device_door import DeviceDoor, SignedRequest
from sync.server.services.feed import Changes, feed_floor
from sync.server.services.hello import Greeting, Limits
from sync.server.services.intake import Intake
from sync.server.services.rate_limits import RateLimit
from sync.server.services.settling import Settling
from sync.server.services.verification import Verification
from sync.server.storage.records import (
    Agent,
    Branch,
    Device,
    DeviceEpoch,
    Office,
)
from tests.simulation.archive import Archive
from tests.simulation.checkers import PENYELIA, SECOND, account_of
from tests.simulation.clocks import NINE, WorldClock
from tests.simulation.failing_store import FailingStore, ServerDied
from tests.simulation.routing import Agreed, routed
from tests.support.memory_store.blobs import MemoryBlobFiles
from tests.support.reference_data import gazetteer, reference

LIFETIME = timedelta(minutes=15)
LARGEST = 64 * 1024 * 1024
SMALL_BATCH = 9
"""Entries of a batch: so few that a morning's work takes several."""


@cache
def key_of(name: str) -> SigningKey:
    """The key that a device or the server has in every world."""
    return SigningKey.from_bytes(hashlib.sha256(name.encode()).digest())


@dataclass(frozen=True, slots=True)
class Backup:
    """What was copied of a server: its tables, and the pictures by device and SHA-256."""

    tables: Mapping[str, Mapping[Any, Any]]
    pictures: Mapping[tuple[str, str], bytes]


@dataclass(slots=True)
class Centre(Archive):
    """One server; a restart gives it new services over the same store."""

    clock: WorldClock
    store: FailingStore = field(default_factory=FailingStore)
    keys: ServerKeys = field(default_factory=lambda: ServerKeys(Path(), key_of("server")))
    door: DeviceDoor = field(init=False)
    intake: Intake = field(init=False)
    greeting: Greeting = field(init=False)
    changes: Changes = field(init=False)
    verification: Verification = field(init=False)
    blobs: Blobs = field(init=False)
    bundles: Bundles = field(init=False)
    agreed: list[Agreed] = field(default_factory=list)
    files: MemoryBlobFiles = field(default_factory=MemoryBlobFiles)
    answers: SignedAnswers = field(init=False)

    def __post_init__(self) -> None:
        with self.store.transaction() as tx:
            tx.organisation.add_branch(
                Branch("branch", "001", "Cabang", "175", "latihan.invalid", b"r" * 32, NINE, two_person=True)
            )
            tx.organisation.add_office(Office("office", "branch", "Kantor", NINE))
            for person in (PENYELIA, SECOND):
                tx.accounts.add(account_of(person))
        self.start()

    def start(self) -> None:
        """A fresh process: what a fault left in the inbox is settled first."""
        self.store.tables.feed_floor = feed_floor(self.clock.now()) - feed_floor(NINE)
        self.answers = SignedAnswers(self.keys, self.clock)
        self.door = DeviceDoor(
            self.store, self.keys, self.clock, RateLimit(10**9), practice=True, nonce_lifetime=LIFETIME
        )
        settling = Settling(reference, gazetteer())
        self.intake = Intake(self.store, self.keys, self.clock, settling, max_content=LARGEST)
        self.greeting = Greeting(
            self.store,
            self.clock,
            self.door,
            self.intake,
            _version,
            Limits(SMALL_BATCH, 1024 * 1024, LIFETIME),
        )
        self.changes = Changes(self.store)
        self.verification = Verification(self.store, self.clock)
        self.blobs = Blobs(self.store, self.clock, self.files)
        self.bundles = Bundles(
            self.store, self.keys, self.clock, self.intake, self.changes, self.blobs, practice=True
        )
        try:
            self.blobs.recheck()
            self.intake.reprocess()
        except (ServerDied, RuntimeError):
            self.start()

    def enrol(self, device: str, agent_id: str, key: SigningKey) -> None:
        """A device of an agent, as an earlier day enrolled it."""
        start = genesis_hash(key.public)
        with self.store.transaction() as tx:
            if tx.organisation.agent(agent_id) is None:
                tx.organisation.add_agent(
                    Agent(agent_id, "branch", "office", f"A-{agent_id}", agent_id, NINE)
                )
            tx.devices.add_device(Device(device, agent_id, key.public, True, b"w", b"s" * 32, NINE, NINE))
            tx.devices.put_epochs([DeviceEpoch(device, 1, start, NINE, start)])

    def copied(self) -> Backup:
        """A backup of the database and of the folder of pictures."""
        return Backup(self.store.copied(), dict(self.files.content))

    def set_back(self, backup: Backup, *, pictures: bool = False) -> None:
        """Everything stands as it stood, the pictures too where their folder was set back with it."""
        self.store.set_back(backup.tables)
        if pictures:
            self.files.content = dict(backup.pictures)
        self.start()

    def handle(self, method: str, path_query: str, headers: Mapping[str, str], body: bytes) -> RawAnswer:
        """One request from its bytes to the bytes of its answer. Raises ServerDied where a step planted that."""
        asked = SignedRequest(
            method=method,
            path_query=path_query,
            device=headers.get(HEADER_DEVICE, ""),
            time=headers.get(HEADER_TIME, ""),
            nonce=headers.get(HEADER_NONCE, ""),
            challenge=headers.get(HEADER_CHALLENGE, ""),
            signature=headers.get(HEADER_SIGNATURE, ""),
            body=body,
        )
        response = self.answers.answer(asked, lambda: routed(self, asked))
        retry = response.headers.get("Retry-After")
        told = bytes(response.body)
        if method == "HEAD":
            told = response.headers.get(HEADER_ANSWER, "").encode("latin-1")
        return RawAnswer(
            response.status_code,
            told,
            response.headers.get(HEADER_SIGNATURE),
            None if retry is None else int(retry),
        )


def _version() -> str:
    return _reference().version


@cache
def _reference() -> Reference:
    return reference()
