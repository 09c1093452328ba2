"""What a laptop keeps when the power goes: journal, outbox, states, feed and proofs, as values that can be copied."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from perisai_desktop.storage.photos import PhotoState
from sync.protocol.entry import Blob, SealedEntry
from sync.protocol.feed import FeedRow, Payload, read_payload
from sync.protocol.messages import HeldGrant, Mark
from sync.rules.states import ClientState, ReviewState
from tests.simulation.fuse import Fuse

UNHEARD = -1


@dataclass(frozen=True, slots=True)
class Line:
    """One journal entry with what the envelope says; `total` is a receipt's rupiah, `number` its number."""

    sealed: SealedEntry
    entry_id: str
    action_id: str
    kind: str
    epoch: int
    seq: int
    worker_id: str | None
    number: str = ""
    total: int = 0
    prev_hash: str = ""
    blobs: tuple[Blob, ...] = ()

    @property
    def hash(self) -> str:
        """The SHA-256 of the entry's bytes."""
        return self.sealed.hash


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that entries name: `step` is the place of the first of them, `reached` what the server was heard to
    hold of its `length` bytes, `code` why it did not go, `told`: the server knows that it is lost."""

    sha256: str
    length: int
    step: int
    state: PhotoState
    reached: int = 0
    failures: int = 0
    code: str | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """Where an entry stands on the laptop, and what moved it last: `sealed`, `settle` or `feed`."""

    client: ClientState
    review: ReviewState | None
    position: int
    cause: str


@dataclass(frozen=True, slots=True)
class Told:
    """A row of the feed as it was applied, and what it carries (None for a kind that is not known)."""

    row: FeedRow
    payload: Payload | None

    @classmethod
    def of(cls, row: FeedRow) -> Told:
        """A row, read once."""
        return cls(row, read_payload(row)[1])


@dataclass(slots=True)
class Content:
    """Everything on one disk. Values inside are frozen, so a shallow copy is a whole one.

    `start` is the hash before the first entry of the epoch, None for the epoch that came with the device.
    `catching_up`: how far the feed has to come before cash goes out, UNHEARD until a hello says it, None for not at all.
    `files` are the pictures' bytes by SHA-256, `grants` what the epochs were granted with.
    `told_mark`: the mark outside for which the epoch was granted.
    `compared_at`: when the chains were last held against the server's; `unverified`: that is due whatever the time.
    """

    epoch: int = 1
    start: str | None = None
    journal: list[Line] = field(default_factory=list)
    outbox: dict[str, str | None] = field(default_factory=dict)
    leases: dict[str, str] = field(default_factory=dict)
    status: dict[str, Status] = field(default_factory=dict)
    acknowledgements: dict[str, bytes] = field(default_factory=dict)
    feed: dict[int, Told] = field(default_factory=dict)
    cursor: int = 0
    receipts: dict[int, int] = field(default_factory=dict)
    rolled_back: bool = False
    compared_at: datetime | None = None
    unverified: bool = False
    catching_up: int | None = None
    pictures: dict[str, Picture] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    grants: tuple[HeldGrant, ...] = ()
    told_mark: Mark | None = None

    def copy(self) -> Content:
        """The same content on its own."""
        return Content(
            self.epoch,
            self.start,
            list(self.journal),
            dict(self.outbox),
            dict(self.leases),
            dict(self.status),
            dict(self.acknowledgements),
            dict(self.feed),
            self.cursor,
            dict(self.receipts),
            self.rolled_back,
            self.compared_at,
            self.unverified,
            self.catching_up,
            dict(self.pictures),
            dict(self.files),
            self.grants,
            self.told_mark,
        )

    def waits_before(self, epoch: int) -> bool:
        """Whether an entry of an earlier epoch is not settled."""
        return any(line.epoch < epoch and line.entry_id in self.outbox for line in self.journal)

    def arrive(self) -> None:
        """Cash may go out again once the feed is applied up to the head that was named."""
        if self.catching_up is not None and UNHEARD < self.catching_up <= self.cursor:
            self.catching_up = None

    def head(self, epoch: int) -> Line | None:
        """The newest entry of an epoch."""
        found = [line for line in self.journal if line.epoch == epoch]
        return max(found, key=lambda line: line.seq, default=None)


class LaptopDied(Exception):
    """The power went: what was not committed is gone, the process too."""


class DiskFull(Exception):
    """The disk took nothing: the transaction is undone, the process lives on."""


class Disk:
    """One laptop's disk. `fuse` makes a commit fail: died_before, died_after or full.

    `begun` are the epochs that were begun here; what a copy brings is not among them. `went_back`: a transaction
    moved the cursor back.
    """

    def __init__(self, content: Content | None = None) -> None:
        self.content = content or Content()
        self.fuse = Fuse()
        self.commits = 0
        self.begun: list[int] = []
        self.went_back = False

    @contextmanager
    def transaction(self) -> Iterator[Content]:
        """A copy to change; it replaces the content whole at the end, or not at all."""
        draft = self.content.copy()
        yield draft
        fault = self.fuse.at_commit()
        if fault == "full":
            raise DiskFull
        if fault == "died_before":
            raise LaptopDied
        if draft.epoch != self.content.epoch:
            self.begun.append(draft.epoch)
        self.went_back = self.went_back or draft.cursor < self.content.cursor
        self.content = draft
        self.commits += 1
        if fault == "died_after":
            raise LaptopDied
