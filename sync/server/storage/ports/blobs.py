"""The port of the pictures: what entries name, and how much of it has arrived."""

from collections.abc import Collection, Sequence
from typing import Protocol

from sync.server.storage.blob_records import BlobRecord


class BlobPort(Protocol):
    """One row for each picture of a device; the bytes lie in files (`BlobFiles`)."""

    def want(self, blobs: Sequence[BlobRecord]) -> None:
        """Note pictures that entries name; one that is known already is left as it is."""
        ...

    def blob(self, device: str, sha256: str) -> BlobRecord | None:
        """A picture of a device, None where no entry of it names one."""
        ...

    def blobs(self, device: str, hashes: Collection[str]) -> tuple[BlobRecord, ...]:
        """Pictures of a device by their hashes."""
        ...

    def put(self, blob: BlobRecord) -> None:
        """Keep how much has arrived, when it was whole, and whether it is lost."""
        ...

    def wanted(self, device: str, limit: int) -> tuple[str, ...]:
        """Hashes of pictures that are not whole and neither erased nor known to be lost, oldest first."""
        ...

    def missing(self, device: str) -> tuple[BlobRecord, ...]:
        """Every picture of a device that is neither whole nor erased, oldest first."""
        ...

    def whole_after(self, device: str, sha256: str, limit: int) -> tuple[BlobRecord, ...]:
        """Pictures that are whole and not erased, in the order of (device, hash), above a place."""
        ...
