"""Targets and counts of workers in SQL."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, insert, select

from sync.server.storage.coverage_records import RegionWorkers, Target
from sync.server.storage.sql.many import columns_of, values_of, within
from sync.server.storage.tables import RegionWorkersRow, TargetRow, table_of

TARGET, WORKERS = table_of(TargetRow), table_of(RegionWorkersRow)


class SqlTargets:
    """Fulfils `TargetPort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, target: Target) -> None:
        self._put(TARGET, target)

    def of_branches(self, branch_ids: Collection[str]) -> tuple[Target, ...]:
        return tuple(Target(*row) for row in self._of(TARGET, Target, branch_ids))

    def put_workers(self, counted: RegionWorkers) -> None:
        self._put(WORKERS, counted)

    def workers(self, branch_ids: Collection[str]) -> tuple[RegionWorkers, ...]:
        return tuple(RegionWorkers(*row) for row in self._of(WORKERS, RegionWorkers, branch_ids))

    def _put(self, table: Table, record: object) -> None:
        values = values_of(record)
        same = and_(*(column == values[column.name] for column in table.primary_key.columns))
        self._connection.execute(delete(table).where(same))
        self._connection.execute(insert(table).values(values))

    def _of(self, table: Table, record: type[Any], branch_ids: Collection[str]) -> Any:
        query = (
            select(*columns_of(table, record))
            .where(within(table.c.branch_id, branch_ids, self._connection))
            .order_by(*table.primary_key.columns)
        )
        return self._connection.execute(query)
