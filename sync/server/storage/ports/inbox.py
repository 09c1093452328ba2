"""The port of the inbox of raw batches."""

from datetime import datetime
from typing import Protocol

from sync.server.storage.records import InboxBatch


class InboxPort(Protocol):
    """Raw batches, committed before they are parsed."""

    def add(self, batch: InboxBatch) -> bool:
        """Store a batch; False where the id is taken (idempotent replay)."""
        ...

    def batch(self, device: str, batch_id: str) -> InboxBatch | None:
        """A batch of a device, None where it never came."""
        ...

    def waiting(self, limit: int) -> tuple[tuple[str, str], ...]:
        """(device, batch id) of batches stored and not settled, oldest first."""
        ...

    def newest_before(self, device: str, at: datetime) -> datetime | None:
        """When the last batch of a device came that came before an instant."""
        ...

    def settle(
        self, device: str, batch_id: str, acknowledgement: bytes, signature: bytes, at: datetime
    ) -> None:
        """Keep the acknowledgement that answers a batch from here on, with the server's signature over it."""
        ...

    def reject(self, device: str, batch_id: str, fault: str, at: datetime) -> None:
        """Keep the code of why a batch is refused; it is not read again."""
        ...

    def uncut(self, device: str, after: str, limit: int) -> tuple[str, ...]:
        """Batches of a device that are settled and still whole, above an id and in the order of ids."""
        ...

    def refused(self, before: datetime, limit: int) -> tuple[tuple[str, str], ...]:
        """(device, batch id) of batches that were refused before an instant and are still whole, in order."""
        ...

    def cut(self, device: str, batch_id: str, body: bytes, at: datetime) -> None:
        """Put what the device signed in place of all that it sent; a batch that was cut stays as it is."""
        ...
