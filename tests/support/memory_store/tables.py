"""Tables as dictionaries whose changes can be taken back, so that a transaction is kept whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date
from typing import Generic, TypeVar

from sync.server.storage.access_records import Account, AuditAnchor, AuditEntry, Session, WipeApproval
from sync.server.storage.blob_records import BlobRecord
from sync.server.storage.chain_records import HeardMark
from sync.server.storage.check_records import PhotoUse, StoredFinding
from sync.server.storage.coverage_records import RegionWorkers, Target
from sync.server.storage.decision_records import Bulk, PairSaying, Proposal
from sync.server.storage.handover_records import Handover, Service
from sync.server.storage.purge_records import PurgedPart
from sync.server.storage.records import (
    Agent,
    Branch,
    CashMovement,
    Device,
    DeviceCode,
    DeviceEpoch,
    EntryRecord,
    FeedItem,
    InboxBatch,
    IssuedReceipt,
    LedgerLine,
    Office,
    Review,
    ReviewMove,
)
from sync.server.storage.release_records import Release, SealedRelease, SettingsDraft
from sync.server.storage.store import StoreFault
from sync.server.storage.worker_records import NikClaim

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Undo:
    """What takes a transaction back, newest first."""

    def __init__(self) -> None:
        self._acts: list[Callable[[], object]] = []

    def remember(self, act: Callable[[], object]) -> None:
        """Keep how to take one change back."""
        self._acts.append(act)

    def commit(self) -> None:
        """Keep every change."""
        self._acts.clear()

    def roll_back(self) -> None:
        """Take every change back."""
        while self._acts:
            self._acts.pop()()


class Table(Generic[K, V]):
    """Rows by their key, in the order they were added; `writes` counts what was done to them, kept or not."""

    def __init__(self, undo: Undo) -> None:
        self.writes = 0
        self._rows: dict[K, V] = {}
        self._undo = undo

    def __iter__(self) -> Iterator[V]:
        return iter(tuple(self._rows.values()))

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: K) -> bool:
        return key in self._rows

    def get(self, key: K) -> V | None:
        """The row with a key."""
        return self._rows.get(key)

    def add(self, key: K, row: V) -> None:
        """A new row; one whose key is taken raises StoreFault `rows_refused`."""
        if key in self._rows:
            raise StoreFault("rows_refused")
        self.writes += 1
        self._rows[key] = row
        self._undo.remember(lambda: self._rows.pop(key))

    def put(self, key: K, row: V) -> None:
        """A row in place of what stood there."""
        if key not in self._rows:
            self.add(key, row)
            return
        before = self._rows[key]
        self.writes += 1
        self._rows[key] = row
        self._undo.remember(lambda: self._rows.__setitem__(key, before))

    def drop(self, key: K) -> None:
        """A row less; the order of the others stands, also after a roll-back."""
        if key in self._rows:
            before = dict(self._rows)
            self.writes += 1
            del self._rows[key]
            self._undo.remember(lambda: self._restore(before))

    def copied(self) -> dict[K, V]:
        """The rows as they are."""
        return dict(self._rows)

    def set_back(self, rows: Mapping[K, V]) -> None:
        """The rows as they were; no transaction may be under way."""
        self.writes += 1
        self._rows = dict(rows)

    def _restore(self, before: dict[K, V]) -> None:
        self._rows = before


class Tables:
    """Every table of the server. Positions in feeds are given above `feed_floor`."""

    def __init__(self, feed_floor: int = 0) -> None:
        self.undo = Undo()
        self.feed_floor = feed_floor
        self.branches: Table[str, Branch] = Table(self.undo)
        self.offices: Table[str, Office] = Table(self.undo)
        self.agents: Table[str, Agent] = Table(self.undo)
        self.codes: Table[str, DeviceCode] = Table(self.undo)
        self.devices: Table[str, Device] = Table(self.undo)
        self.approvals: Table[tuple[str, str], WipeApproval] = Table(self.undo)
        self.epochs: Table[tuple[str, int], DeviceEpoch] = Table(self.undo)
        self.heard: Table[tuple[str, int], HeardMark] = Table(self.undo)
        self.inbox: Table[tuple[str, str], InboxBatch] = Table(self.undo)
        self.entries: Table[tuple[str, str], EntryRecord] = Table(self.undo)
        self.raw: Table[tuple[str, str], bytes] = Table(self.undo)
        self.personal: Table[tuple[str, str], bytes] = Table(self.undo)
        self.blobs: Table[tuple[str, str], BlobRecord] = Table(self.undo)
        self.uses: Table[tuple[str, str], PhotoUse] = Table(self.undo)
        self.findings: Table[tuple[str, str], StoredFinding] = Table(self.undo)
        self.handovers: Table[str, Handover] = Table(self.undo)
        self.services: Table[str, Service] = Table(self.undo)
        self.workers: Table[str, NikClaim] = Table(self.undo)
        self.receipts: Table[tuple[str, str], IssuedReceipt] = Table(self.undo)
        self.movements: Table[tuple[str, str], CashMovement] = Table(self.undo)
        self.lines: Table[tuple[str, str, int], LedgerLine] = Table(self.undo)
        self.streams: Table[str, int] = Table(self.undo)
        self.feed: Table[tuple[str, int], FeedItem] = Table(self.undo)
        self.reviews: Table[str, Review] = Table(self.undo)
        self.sayings: Table[tuple[str, str, int], PairSaying] = Table(self.undo)
        self.bulks: Table[str, Bulk] = Table(self.undo)
        self.proposals: Table[str, Proposal] = Table(self.undo)
        self.moves: Table[tuple[str, int], ReviewMove] = Table(self.undo)
        self.purged: Table[tuple[str, str, str], PurgedPart] = Table(self.undo)
        self.targets: Table[tuple[str, str, str, str], Target] = Table(self.undo)
        self.region_workers: Table[tuple[str, str, int], RegionWorkers] = Table(self.undo)
        self.accounts: Table[str, Account] = Table(self.undo)
        self.sessions: Table[str, Session] = Table(self.undo)
        self.audits: Table[int, AuditEntry] = Table(self.undo)
        self.about: Table[int, frozenset[str]] = Table(self.undo)
        self.releases: Table[str, Release] = Table(self.undo)
        self.sealed: Table[str, SealedRelease] = Table(self.undo)
        self.drafts: Table[str, SettingsDraft] = Table(self.undo)
        self.anchors: Table[date, AuditAnchor] = Table(self.undo)
