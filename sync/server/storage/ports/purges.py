"""The port of purges: of whom personal data are here, what goes, and the log of what went."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from sync.server.storage.purge_records import PurgedPart
from sync.server.storage.records import StoredEntry

Place = tuple[str, str]
"""Device and hash of an entry."""


class PurgePort(Protocol):
    """Rows of the log are only ever added; what is erased leaves nothing in its place."""

    def people(self, after: str, limit: int) -> tuple[str, ...]:
        """Workers of whom an entry has its personal part, above an id and in the order of ids."""
        ...

    def withdrawn(self, after: str, limit: int) -> tuple[str, ...]:
        """Those of them whose withdrawal of consent was approved."""
        ...

    def about(self, worker_ids: Collection[str]) -> tuple[tuple[str, StoredEntry], ...]:
        """Every entry about some workers, those kept aside included, each with its worker, by device and hash."""
        ...

    def loose(self, after: Place, limit: int) -> tuple[StoredEntry, ...]:
        """Entries about no worker alone that have their personal part, above a place and in order; a deposit's tells of a
        slip, and of nobody."""
        ...

    def unsettled(self, worker_ids: Collection[str]) -> frozenset[str]:
        """Which of some workers have a line under review, held, or asked to be voided."""
        ...

    def naming(self, device: str, hashes: Collection[str]) -> tuple[tuple[str, str], ...]:
        """Pictures of a device, each with an owner (`PhotoUse`) that it has."""
        ...

    def erase(self, device: str, hashes: Collection[str]) -> None:
        """Delete the personal parts of some entries of a device."""
        ...

    def forget(self, worker_ids: Collection[str]) -> None:
        """Delete the cards of some workers from every feed, and their rows of the register of NIKs."""
        ...

    def wordless(self, review_ids: Collection[str], entry_ids: Collection[str]) -> None:
        """Delete what reviewers wrote in words about some records, in their history and of pairs; the same, and
        participant numbers, in the decisions that their agents' feeds hold about these entries."""
        ...

    def drop_photos(self, device: str, hashes: Collection[str], at: datetime) -> None:
        """Say of pictures that they were erased; one that was so before keeps its instant."""
        ...

    def dropped(self, limit: int) -> tuple[Place, ...]:
        """Pictures (device and SHA-256) that were erased and whose file may still be there."""
        ...

    def swept(self, device: str, sha256: str) -> None:
        """Say of an erased picture that its file is gone."""
        ...

    def note(self, parts: Sequence[PurgedPart]) -> None:
        """Add to the log; what is in it already stays as it is."""
        ...

    def noted(self, worker_ids: Collection[str], entry_ids: Collection[str]) -> tuple[PurgedPart, ...]:
        """What was erased of some workers or entries, oldest first."""
        ...

    def noted_of(self, device: str, hashes: Collection[str]) -> frozenset[str]:
        """Which entries of a device have lost their personal part to a purge, by hash."""
        ...
