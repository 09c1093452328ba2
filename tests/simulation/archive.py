"""What the simulated server holds, as the oracle looks at it from outside."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sync.protocol.bodies.correction import Correction
from sync.protocol.entry import DecodedEntry, EntryFault
from sync.protocol.wire import StrictModel
from sync.rules.states import STANDING_APART, ReviewState, VerdictKind
from sync.server.domain.decisions import is_conflict
from sync.server.domain.histories import revision_of
from sync.server.services.gaps import chain_gaps
from sync.server.services.recalling import RECORD
from sync.server.storage.blob_records import BlobRecord
from sync.server.storage.records import (
    CashMovement,
    Device,
    EntryRecord,
    FeedItem,
    IssuedReceipt,
    LedgerLine,
    Review,
)
from tests.simulation.decoding import remembered
from tests.simulation.failing_store import FailingStore


class Archive:
    """Reads the tables in memory."""

    store: FailingStore

    def writes(self) -> tuple[int, int]:
        """How often anything was written about pictures, and about entries, their money and what became of them."""
        told = self.store.tables
        books = (told.entries, told.feed, told.receipts, told.lines, told.movements, told.reviews, told.moves)
        return told.blobs.writes, sum(table.writes for table in books)

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

    def verified_at(self, device: str) -> datetime | None:
        """When a device and the server last agreed wholly."""
        found = self.store.tables.devices.get(device)
        return None if found is None else found.verified_at

    def epochs(self, device: str) -> frozenset[int]:
        """The epochs that were granted to a device."""
        return frozenset(row.epoch for row in self.store.tables.epochs if row.device == device)

    def shared_epochs(self, device: str, hashes: Collection[str]) -> frozenset[int]:
        """The epochs in which a store with these entries goes on where the server's chain ends."""
        return frozenset(
            row.epoch
            for row in self.store.tables.epochs
            if row.device == device and (row.high_seq == 0 or row.head_hash in hashes)
        )

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
        wanted = tuple(one.sha256 for one in self.store.tables.blobs if _wanted(one, device))
        return self.last_position(owner.agent_id), epochs, wanted

    def pictures(self) -> tuple[BlobRecord, ...]:
        """Every picture that an entry names which is stored."""
        return tuple(self.store.tables.blobs)

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


def _wanted(one: BlobRecord, device: str) -> bool:
    return (one.device, one.complete_at, one.lost) == (device, None, None)
