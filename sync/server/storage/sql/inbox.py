"""The inbox of raw batches in SQL."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from sync.server.storage.records import InboxBatch
from sync.server.storage.sql.many import add_missing, columns_of, values_of
from sync.server.storage.tables import BatchInboxRow, table_of

INBOX = table_of(BatchInboxRow)


class SqlInbox:
    """Fulfils `InboxPort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, batch: InboxBatch) -> bool:
        before = self.batch(batch.device, batch.batch_id)
        if before is not None:
            return False
        add_missing(self._connection, INBOX, tuple(values_of(batch)), [tuple(values_of(batch).values())])
        stored = self.batch(batch.device, batch.batch_id)
        return stored == batch

    def batch(self, device: str, batch_id: str) -> InboxBatch | None:
        query = select(*columns_of(INBOX, InboxBatch)).where(
            INBOX.c.device == device, INBOX.c.batch_id == batch_id
        )
        row = self._connection.execute(query).one_or_none()
        return InboxBatch(*row) if row else None

    def waiting(self, limit: int) -> tuple[tuple[str, str], ...]:
        query = (
            select(INBOX.c.device, INBOX.c.batch_id)
            .where(INBOX.c.state == "stored")
            .order_by(INBOX.c.received_at, INBOX.c.device, INBOX.c.batch_id)
            .limit(limit)
        )
        return tuple((row.device, row.batch_id) for row in self._connection.execute(query))

    def newest_before(self, device: str, at: datetime) -> datetime | None:
        query = select(func.max(INBOX.c.received_at)).where(
            INBOX.c.device == device, INBOX.c.received_at < at
        )
        newest: datetime | None = self._connection.execute(query).scalar_one()
        return newest

    def settle(
        self, device: str, batch_id: str, acknowledgement: bytes, signature: bytes, at: datetime
    ) -> None:
        self._change(
            device,
            batch_id,
            state="settled",
            acknowledgement=acknowledgement,
            acknowledgement_signature=signature,
            settled_at=at,
            fault=None,
        )

    def reject(self, device: str, batch_id: str, fault: str, at: datetime) -> None:
        self._change(device, batch_id, state="rejected", settled_at=at, fault=fault)

    def uncut(self, device: str, after: str, limit: int) -> tuple[str, ...]:
        query = (
            select(INBOX.c.batch_id)
            .where(
                INBOX.c.device == device,
                INBOX.c.batch_id > after,
                INBOX.c.state == "settled",
                INBOX.c.cut_at.is_(None),
            )
            .order_by(INBOX.c.batch_id)
            .limit(limit)
        )
        return tuple(self._connection.execute(query).scalars())

    def refused(self, before: datetime, limit: int) -> tuple[tuple[str, str], ...]:
        query = (
            select(INBOX.c.device, INBOX.c.batch_id)
            .where(INBOX.c.state == "rejected", INBOX.c.settled_at < before, INBOX.c.cut_at.is_(None))
            .order_by(INBOX.c.device, INBOX.c.batch_id)
            .limit(limit)
        )
        return tuple((row.device, row.batch_id) for row in self._connection.execute(query))

    def cut(self, device: str, batch_id: str, body: bytes, at: datetime) -> None:
        whole = (INBOX.c.device == device, INBOX.c.batch_id == batch_id, INBOX.c.cut_at.is_(None))
        self._connection.execute(update(INBOX).where(*whole).values(body=body, cut_at=at))

    def _change(self, device: str, batch_id: str, **values: Any) -> None:
        where = (INBOX.c.device == device, INBOX.c.batch_id == batch_id)
        self._connection.execute(update(INBOX).where(*where).values(**values))
