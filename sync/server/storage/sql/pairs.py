"""What people said of two records, in SQL."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select, union

from sync.server.storage.decision_records import PairSaying
from sync.server.storage.sql.many import add_all, columns_of, within
from sync.server.storage.tables import PairSayingRow, table_of

SAYING = table_of(PairSayingRow)


class SqlPairs:
    """Fulfils `PairPort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def say(self, saying: PairSaying) -> None:
        add_all(self._connection, SAYING, [saying])

    def sayings(self, entry_ids: Collection[str]) -> Sequence[PairSaying]:
        if not entry_ids:
            return ()
        either = union(
            *(
                select(*columns_of(SAYING, PairSaying)).where(within(side, entry_ids, self._connection))
                for side in (SAYING.c.first_id, SAYING.c.second_id)
            )
        ).subquery()
        query = select(either).order_by(either.c.first_id, either.c.second_id, either.c.number)
        return tuple(PairSaying(*row) for row in self._connection.execute(query))
