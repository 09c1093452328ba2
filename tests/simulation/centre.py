"""The branch's server in the world: the shipped services over the store in memory, behind the shipped door."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from sync.client.channel import RawAnswer
from sync.protocol.bodies.correction import Correction
from sync.protocol.chain import genesis_hash
from sync.protocol.entry import DecodedEntry, EntryFault
from sync.protocol.messages import Hello
from sync.protocol.signatures import (
    HEADER_CHALLENGE,
    HEADER_DEVICE,
    HEADER_NONCE,
    HEADER_SIGNATURE,
    HEADER_TIME,
    SigningKey,
)
from sync.protocol.verification import VerifyRequest
from sync.protocol.wire import StrictModel, wire_bytes
from sync.rules.reference import Reference
from sync.rules.states import STANDING_APART, ReviewState, VerdictKind
from sync.server.domain.decisions import is_conflict
from sync.server.domain.histories import revision_of
from sync.server.keys import ServerKeys
from sync.server.refusals import Refusal
from sync.server.routes.signed import SignedAnswers
from sync.server.services.device_door import DeviceDoor, SignedRequest
from sync.server.services.feed import Changes
from sync.server.services.gaps import chain_gaps
from sync.server.services.hello import Greeting, Limits
from sync.server.services.intake import Intake
from sync.server.services.rate_limits import RateLimit
from sync.server.services.recalling import RECORD
from sync.server.services.settling import Settling
from sync.server.services.verification import Verification
from sync.server.storage.records import (
    Agent,
    Branch,
    CashMovement,
    Device,
    DeviceEpoch,
    EntryRecord,
    FeedItem,
    IssuedReceipt,
    LedgerLine,
    Office,
    Review,
)
from tests.simulation.clocks import NINE, WorldClock
from tests.simulation.decoding import remembered
from tests.simulation.failing_store import FailingStore, ServerDied
from tests.support.reference_data import gazetteer, reference

LIFETIME = timedelta(minutes=15)
LARGEST = 64 * 1024 * 1024
SMALL_BATCH = 9
"""Entries of a batch: so few that a morning's work takes several."""


@cache
def key_of(name: str) -> SigningKey:
    """The key that a device or the server has in every world."""
    return SigningKey.from_bytes(hashlib.sha256(name.encode()).digest())


@dataclass(slots=True)
class Centre:
    """One server; a restart gives it new services over the same store."""

    clock: WorldClock
    store: FailingStore = field(default_factory=FailingStore)
    keys: ServerKeys = field(default_factory=lambda: ServerKeys(Path(), key_of("server")))
    door: DeviceDoor = field(init=False)
    intake: Intake = field(init=False)
    greeting: Greeting = field(init=False)
    changes: Changes = field(init=False)
    verification: Verification = field(init=False)
    answers: SignedAnswers = field(init=False)

    def __post_init__(self) -> None:
        with self.store.transaction() as tx:
            tx.organisation.add_branch(
                Branch("branch", "001", "Cabang", "175", "latihan.invalid", b"r" * 32, NINE)
            )
            tx.organisation.add_office(Office("office", "branch", "Kantor", NINE))
        self.start()

    def start(self) -> None:
        """A fresh process: what a fault left in the inbox is settled first."""
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
        try:
            self.intake.reprocess()
        except ServerDied:
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
        response = self.answers.answer(asked, lambda: self._work(asked))
        retry = response.headers.get("Retry-After")
        return RawAnswer(
            response.status_code,
            bytes(response.body),
            response.headers.get(HEADER_SIGNATURE),
            None if retry is None else int(retry),
        )

    def records(self) -> tuple[EntryRecord, ...]:
        """Every entry that is stored."""
        return tuple(self.store.tables.entries)

    def body(self, record: EntryRecord) -> StrictModel | None:
        """What an entry says, None where it cannot be read."""
        key = (record.device, record.hash)
        try:
            entry = remembered(self.store.tables.raw.get(key) or b"", self.store.tables.personal.get(key))
        except EntryFault:
            return None
        return entry.body if isinstance(entry, DecodedEntry) else None

    def lines(self) -> tuple[LedgerLine, ...]:
        """Every line of the ledger."""
        return tuple(self.store.tables.lines)

    def movements(self) -> tuple[CashMovement, ...]:
        """Everything that moved cash."""
        return tuple(self.store.tables.movements)

    def receipts(self) -> tuple[IssuedReceipt, ...]:
        """Every receipt that is stored."""
        return tuple(self.store.tables.receipts)

    def feed_items(self) -> tuple[FeedItem, ...]:
        """Every feed row beside the verdicts."""
        return tuple(self.store.tables.feed)

    def rows_for_others(self, device: str) -> tuple[int, ...]:
        """Positions of the agent's feed at which entries come back to another device of the agent."""
        agents = {one.agent_id for one in self.devices() if one.device == device}
        return tuple(
            item.position
            for item in self.feed_items()
            if item.stream in agents and item.kind == RECORD and f'"{device}"' not in item.payload
        )

    def gaps(self, device: str) -> frozenset[tuple[int, int]]:
        """Epoch and seq of every entry that the branch is told is missing."""
        with self.store.reading() as tx:
            found = chain_gaps(tx, device)
        return frozenset((gap.epoch, seq) for gap in found for seq in range(gap.first_seq, gap.last_seq + 1))

    def devices(self) -> tuple[Device, ...]:
        """Every device."""
        return tuple(self.store.tables.devices)

    def epochs(self, device: str) -> frozenset[int]:
        """The epochs that were granted to a device."""
        return frozenset(row.epoch for row in self.store.tables.epochs if row.device == device)

    def stored_before(self, device: str, epoch: int) -> frozenset[str]:
        """Hashes of a device's entries on its chains that had arrived when it was given an epoch."""
        row = self.store.tables.epochs.get((device, epoch))
        return frozenset(
            one.hash
            for one in self.store.tables.entries
            if row is not None
            and one.device == device
            and not one.aside
            and one.received_at <= row.granted_at
        )

    def state_for(self, device: str) -> tuple[object, ...]:
        """What the server has to tell a device: how far its feed reaches, and how its epochs stand."""
        owner = self.store.tables.devices.get(device)
        assert owner is not None
        epochs = tuple(row for row in self.store.tables.epochs if row.device == device)
        return self.last_position(owner.agent_id), epochs

    def reviews(self) -> tuple[Review, ...]:
        """Everything that a person may decide."""
        return tuple(self.store.tables.reviews)

    def last_position(self, agent_id: str) -> int:
        """The last position of an agent's feed."""
        return self.store.tables.streams.get(agent_id) or 0

    def state_of(self, record: EntryRecord) -> str | None:
        """The review state of a standing entry, None where a person has nothing to decide."""
        review = self.store.tables.reviews.get(record.entry_id)
        return review.state if review is not None and review.entry_hash == record.hash else None

    def counts(self, record: EntryRecord) -> bool:
        """Whether a correction became part of what it corrects; one that waited is known by its review."""
        review = self.store.tables.reviews.get(record.entry_id)
        if VerdictKind(record.verdict) is VerdictKind.PARKED and review is not None:
            apart = (ReviewState.PARKED.value, ReviewState.SUSPENSE.value, ReviewState.REFUSED.value)
            return review.state not in apart and not is_conflict(review)
        return VerdictKind(record.verdict) not in STANDING_APART

    def corrected_fields(self, record: EntryRecord) -> frozenset[tuple[str, str]]:
        """The enrolment that a correction names, with each field that it changes."""
        raw = self.store.tables.raw.get((record.device, record.hash))
        entry = remembered(raw or b"", self.store.tables.personal.get((record.device, record.hash)))
        assert isinstance(entry, DecodedEntry)
        assert isinstance(entry.body, Correction)
        return frozenset((entry.body.corrects, name) for name in revision_of(entry).fields)

    def decisions(self) -> dict[tuple[str, str], str]:
        """By record and state, the content on which a person last made that decision."""
        made = [one for one in self.store.tables.moves if one.account_id is not None]
        return {(one.entry_id, one.to_state): one.hash for one in sorted(made, key=lambda one: one.number)}

    def _work(self, asked: SignedRequest) -> tuple[int, bytes]:
        parts = urlsplit(asked.path_query)
        if parts.path == "/v1/hello":
            device = self.door.greet(asked)
            hello = Hello.model_validate_json(asked.body)
            return 200, wire_bytes(self.greeting.greet(asked, device, hello))
        if parts.path == "/v1/changes":
            cursor = int(parse_qs(parts.query)["cursor"][0])
            return 200, wire_bytes(self.changes.page(self.door.enter(asked), cursor))
        if parts.path == "/v1/verify":
            claims = VerifyRequest.model_validate_json(asked.body)
            return 200, wire_bytes(self.verification.compare(self.door.enter(asked), claims))
        if parts.path.startswith("/v1/batches/"):
            device = self.door.enter(asked)
            taken = self.intake.receive(device, parts.path.rpartition("/")[2], asked.body)
            return taken.status, taken.body
        raise Refusal("not_found", 404)


def _version() -> str:
    return _reference().version


@cache
def _reference() -> Reference:
    return reference()
