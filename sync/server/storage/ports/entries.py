"""The port of the entries."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from sync.server.storage.records import EntryRecord, StoredEntry


class EntryPort(Protocol):
    """Entries, append-only."""

    def add(self, entries: Sequence[StoredEntry]) -> None:
        """Store entries with their personal parts."""
        ...

    def stand(self, device: str, hashes: Collection[str]) -> None:
        """Put entries that were kept aside into their places of the chain; they never leave them again."""
        ...

    def known(
        self, device: str, hashes: Collection[str], entry_ids: Collection[str]
    ) -> tuple[EntryRecord, ...]:
        """Entries of the device with one of the hashes, and entries of any device with one of the ids, those kept
        aside included."""
        ...

    def at_places(self, device: str, epoch: int, seqs: Collection[int]) -> tuple[EntryRecord, ...]:
        """Entries at places of a chain, forks and those kept aside included."""
        ...

    def standing_above(self, device: str, epoch: int, after: int) -> tuple[EntryRecord, ...]:
        """The standing entries of a chain above a sequence number, in order."""
        ...

    def beside(self, device: str, epoch: int) -> tuple[EntryRecord, ...]:
        """The entries that are kept aside of a chain, by sequence number and hash."""
        ...

    def chain(self, device: str, epoch: int, first: int, last: int) -> Iterator[tuple[int, str, int]]:
        """Seq, hash and receipt total (0 without a receipt) of the standing entries of a range, in order, as they
        are read: a chain may be longer than memory."""
        ...

    def stored(self, device: str, hashes: Collection[str]) -> tuple[StoredEntry, ...]:
        """Entries of a device by their hashes, as they were received."""
        ...

    def entry(self, entry_id: str) -> StoredEntry | None:
        """The standing entry with this id."""
        ...

    def of_ids(self, entry_ids: Collection[str]) -> tuple[StoredEntry, ...]:
        """The standing entries with these ids."""
        ...

    def begun(self, action_ids: Collection[str]) -> frozenset[str]:
        """Which of these actions have an entry stored."""
        ...

    def of_actions(self, action_ids: Collection[str]) -> tuple[StoredEntry, ...]:
        """Every entry of some actions, in the order they were received."""
        ...

    def of_workers(self, worker_ids: Collection[str], kinds: Collection[str]) -> tuple[StoredEntry, ...]:
        """Entries of some kinds about some workers, in the order they were received: those that stand, and those
        beside the chain that a person kept."""
        ...

    def workers_on(self, device: str) -> frozenset[str]:
        """The workers whom entries of a device are about, those kept aside included, or for whom it took money."""
        ...

    def hashes_about(self, device: str, worker_ids: Collection[str]) -> frozenset[tuple[str, str]]:
        """Workers, each with the hash of an entry of a device that is about the worker or took money for the worker."""
        ...

    def gaps(self, device: str, epoch: int, after: int, limit: int) -> tuple[tuple[int, int], ...]:
        """Inclusive ranges of sequence numbers above `after` that are missing below the highest stored."""
        ...

    def contiguous(self, device: str, epoch: int, after: int) -> int:
        """The highest sequence number reached from `after` without a hole."""
        ...

    def newest_recorded_at(self) -> datetime | None:
        """The latest instant at which a device recorded an entry, None without entries."""
        ...

    def count(self) -> int:
        """How many entries are stored."""
        ...
