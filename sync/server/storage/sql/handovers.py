"""Hand-overs and who serves a worker in SQL."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from sync.server.storage.handover_records import Handover, Service
from sync.server.storage.sql.many import add_all, columns_of, values_of, within
from sync.server.storage.tables import EntryRow, HandoverRow, ServiceRow, table_of

HANDOVER, SERVICE, ENTRY = table_of(HandoverRow), table_of(ServiceRow), table_of(EntryRow)


class SqlHandovers:
    """Fulfils `HandoverPort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, handover: Handover) -> None:
        self._connection.execute(insert(HANDOVER).values(values_of(handover)))

    def decided(self, decision_ids: Collection[str]) -> Mapping[str, Handover]:
        if not decision_ids:
            return {}
        query = select(*columns_of(HANDOVER, Handover)).where(
            within(HANDOVER.c.decision_id, decision_ids, self._connection)
        )
        return {row.decision_id: Handover(*row) for row in self._connection.execute(query)}

    def of_branches(self, branch_ids: Collection[str]) -> tuple[Handover, ...]:
        query = (
            select(*columns_of(HANDOVER, Handover))
            .where(within(HANDOVER.c.branch_id, branch_ids, self._connection))
            .order_by(HANDOVER.c.decided_at, HANDOVER.c.decision_id)
        )
        return tuple(Handover(*row) for row in self._connection.execute(query))

    def put(self, handover: Handover) -> None:
        followed = {"given_at": handover.given_at, "taken_at": handover.taken_at}
        self._connection.execute(
            update(HANDOVER).where(HANDOVER.c.decision_id == handover.decision_id).values(followed)
        )

    def serve(self, worker_ids: Collection[str], agent_id: str, since: datetime) -> None:
        chosen = sorted(set(worker_ids))
        self._connection.execute(delete(SERVICE).where(within(SERVICE.c.worker_id, chosen, self._connection)))
        add_all(self._connection, SERVICE, [Service(worker_id, agent_id, since) for worker_id in chosen])

    def serving(self, worker_ids: Collection[str]) -> Mapping[str, Service]:
        if not worker_ids:
            return {}
        query = select(*columns_of(SERVICE, Service)).where(
            within(SERVICE.c.worker_id, worker_ids, self._connection)
        )
        return {row.worker_id: Service(*row) for row in self._connection.execute(query)}

    def enrolled_by(self, agent_id: str) -> frozenset[str]:
        query = select(ENTRY.c.worker_id).where(
            ENTRY.c.agent_id == agent_id, ENTRY.c.kind == "enrolment", ~ENTRY.c.aside
        )
        return frozenset(one for one in self._connection.execute(query).scalars() if one is not None)

    def served_by(self, agent_id: str) -> frozenset[str]:
        query = select(SERVICE.c.worker_id).where(SERVICE.c.agent_id == agent_id)
        return frozenset(self._connection.execute(query).scalars())
