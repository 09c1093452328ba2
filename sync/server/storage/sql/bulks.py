"""Records that are approved together, in SQL."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from sync.server.storage.decision_records import Bulk
from sync.server.storage.sql.many import columns_of, values_of
from sync.server.storage.tables import BulkRow, table_of

BULK = table_of(BulkRow)


class SqlBulks:
    """Fulfils `BulkPort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, bulk: Bulk) -> None:
        self._connection.execute(insert(BULK).values(values_of(bulk)))

    def bulk(self, bulk_id: str, *, locking: bool = False) -> Bulk | None:
        query = select(*columns_of(BULK, Bulk)).where(BULK.c.bulk_id == bulk_id)
        row = self._connection.execute(query.with_for_update() if locking else query).one_or_none()
        return None if row is None else Bulk(*row)

    def put(self, bulk: Bulk) -> None:
        change = update(BULK).where(BULK.c.bulk_id == bulk.bulk_id)
        self._connection.execute(change.values(state=bulk.state, rows=bulk.rows, due_at=bulk.due_at))

    def of_branch(self, branch_id: str, since: datetime) -> tuple[Bulk, ...]:
        query = select(*columns_of(BULK, Bulk)).where(BULK.c.branch_id == branch_id, BULK.c.at >= since)
        rows = self._connection.execute(query.order_by(BULK.c.at.desc(), BULK.c.bulk_id))
        return tuple(Bulk(*row) for row in rows)

    def due(self, at: datetime) -> tuple[Bulk, ...]:
        query = select(*columns_of(BULK, Bulk)).where(BULK.c.state == "scheduled", BULK.c.due_at <= at)
        rows = self._connection.execute(query.order_by(BULK.c.due_at, BULK.c.bulk_id))
        return tuple(Bulk(*row) for row in rows)
