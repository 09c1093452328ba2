"""Raw batches in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sync.server.storage.records import InboxBatch
from tests.support.memory_store.tables import Tables


class MemoryInbox:
    """Fulfils `InboxPort`."""

    def __init__(self, tables: Tables) -> None:
        self._inbox = tables.inbox

    def add(self, batch: InboxBatch) -> bool:
        key = (batch.device, batch.batch_id)
        if key in self._inbox:
            return False
        self._inbox.add(key, batch)
        return True

    def batch(self, device: str, batch_id: str) -> InboxBatch | None:
        return self._inbox.get((device, batch_id))

    def waiting(self, limit: int) -> tuple[tuple[str, str], ...]:
        stored = sorted(
            (batch.received_at, batch.device, batch.batch_id)
            for batch in self._inbox
            if batch.state == "stored"
        )
        return tuple((device, batch_id) for _, device, batch_id in stored[:limit])

    def newest_before(self, device: str, at: datetime) -> datetime | None:
        own = [one for one in self._inbox if one.device == device]
        return max((one.received_at for one in own if one.received_at < at), default=None)

    def settle(
        self, device: str, batch_id: str, acknowledgement: bytes, signature: bytes, at: datetime
    ) -> None:
        before = self._inbox.get((device, batch_id))
        if before is not None:
            after = replace(
                before,
                state="settled",
                acknowledgement=acknowledgement,
                acknowledgement_signature=signature,
                settled_at=at,
                fault=None,
            )
            self._inbox.put((device, batch_id), after)

    def reject(self, device: str, batch_id: str, fault: str, at: datetime) -> None:
        before = self._inbox.get((device, batch_id))
        if before is not None:
            self._inbox.put((device, batch_id), replace(before, state="rejected", settled_at=at, fault=fault))

    def uncut(self, device: str, after: str, limit: int) -> tuple[str, ...]:
        found = [
            batch.batch_id
            for batch in self._inbox
            if (batch.device, batch.state, batch.cut_at) == (device, "settled", None)
            and batch.batch_id > after
        ]
        return tuple(sorted(found)[:limit])

    def refused(self, before: datetime, limit: int) -> tuple[tuple[str, str], ...]:
        found = [
            (batch.device, batch.batch_id)
            for batch in self._inbox
            if (batch.state, batch.cut_at) == ("rejected", None)
            and batch.settled_at is not None
            and batch.settled_at < before
        ]
        return tuple(sorted(found)[:limit])

    def cut(self, device: str, batch_id: str, body: bytes, at: datetime) -> None:
        before = self._inbox.get((device, batch_id))
        if before is not None and before.cut_at is None:
            self._inbox.put((device, batch_id), replace(before, body=body, cut_at=at))
