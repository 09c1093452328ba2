"""The inbox of raw batches, the entries, the register of workers and the ledger."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from sync.server.storage.records import (
    EntryRecord,
    InboxBatch,
    IssuedReceipt,
    LedgerLine,
    LedgerTotals,
    NikClaim,
    StoredEntry,
)


class InboxPort(Protocol):
    """Raw batches, committed before they are parsed."""

    def add(self, batch: InboxBatch) -> bool:
        """Store a batch; False where the id is taken (idempotent replay)."""
        ...

    def batch(self, device: str, batch_id: str) -> InboxBatch | None: ...

    def waiting(self, limit: int) -> tuple[tuple[str, str], ...]:
        """(device, batch id) of batches stored and not settled, oldest first."""
        ...

    def settle(self, device: str, batch_id: str, acknowledgement: bytes, at: datetime) -> None: ...

    def reject(self, device: str, batch_id: str, fault: str, at: datetime) -> None: ...


class EntryPort(Protocol):
    """Entries, append-only."""

    def add(self, entries: Sequence[StoredEntry]) -> None: ...

    def known(
        self, device: str, hashes: Collection[str], entry_ids: Collection[str]
    ) -> tuple[EntryRecord, ...]:
        """Entries of the device with one of the hashes, and standing entries of any device with one of the ids."""
        ...

    def at_places(self, device: str, epoch: int, seqs: Collection[int]) -> tuple[EntryRecord, ...]: ...

    def entry(self, entry_id: str) -> StoredEntry | None:
        """The standing entry with this id."""
        ...

    def of_ids(self, entry_ids: Collection[str]) -> tuple[StoredEntry, ...]:
        """The standing entries with these ids."""
        ...

    def begun(self, action_ids: Collection[str]) -> frozenset[str]:
        """Which of these actions have an entry stored."""
        ...

    def of_actions(self, action_ids: Collection[str]) -> tuple[StoredEntry, ...]: ...

    def of_workers(self, worker_ids: Collection[str], kinds: Collection[str]) -> tuple[StoredEntry, ...]:
        """Standing entries of some kinds about some workers, in the order they were received."""
        ...

    def gaps(self, device: str, epoch: int, after: int, limit: int) -> tuple[tuple[int, int], ...]:
        """Inclusive ranges of sequence numbers above `after` that are missing below the highest stored."""
        ...

    def contiguous(self, device: str, epoch: int, after: int) -> int:
        """The highest sequence number reached from `after` without a hole."""
        ...

    def newest_recorded_at(self) -> datetime | None: ...

    def count(self) -> int: ...


class WorkerPort(Protocol):
    """The register of NIKs: the first claim holds."""

    def claim(self, claims: Sequence[NikClaim]) -> Mapping[str, NikClaim]:
        """Claim NIKs in sorted order; answers who holds each of them now."""
        ...

    def holders(self, niks: Collection[str]) -> Mapping[str, NikClaim]: ...

    def release(self, nik: str, worker_id: str) -> None:
        """Give a NIK up, where this worker holds it."""
        ...

    def keep_only(self, worker_id: str, nik: str) -> None:
        """Give up every NIK of a worker but this one."""
        ...


class MoneyPort(Protocol):
    """Receipts and the ledger."""

    def add_receipts(self, receipts: Sequence[IssuedReceipt]) -> None: ...

    def add_lines(self, lines: Sequence[LedgerLine]) -> None: ...

    def paid_months(
        self, worker_ids: Collection[str], without: str | None = None
    ) -> Mapping[str, frozenset[str]]:
        """Iuran months (`2026-11`) with a line neither voided nor refunded, per worker; lines of the entry
        `without` are left out."""
        ...

    def move_lines(self, action_id: str, worker_id: str | None, bucket: str) -> None:
        """Put the lines of an action (of one worker in it) that are neither voided nor refunded into a bucket."""
        ...

    def receipt(self, number: str) -> tuple[IssuedReceipt, ...]:
        """Everything stored under a receipt number, the genuine one first."""
        ...

    def counters(self, device: str, epoch: int, counters: Collection[int]) -> frozenset[int]:
        """Which receipt counters of a chain are taken by genuine receipts."""
        ...

    def last_receipt_before(self, device: str, epoch: int, seq: int) -> int | None:
        """The counter of the newest receipt at or below a place of the chain."""
        ...

    def lines(self, action_id: str) -> tuple[LedgerLine, ...]: ...

    def totals(self, agent_id: str | None = None) -> LedgerTotals: ...
