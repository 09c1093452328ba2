"""What the checks ask in SQL."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from operator import attrgetter

from sqlalchemy import Connection, delete, func, select

from sync.server.storage.check_records import DatedEntry, HeldCash, PhotoUse, StoredFinding
from sync.server.storage.sql.many import add_all, add_missing, columns_of, fields_of, within
from sync.server.storage.tables import CheckFindingRow, PhotoUseRow, ReceiptRow, ReviewRow, table_of

USE, FINDING = table_of(PhotoUseRow), table_of(CheckFindingRow)
RECEIPT, REVIEW = table_of(ReceiptRow), table_of(ReviewRow)
USE_FIELDS = fields_of(PhotoUse)
READ_USE = attrgetter(*USE_FIELDS)


class SqlChecks:
    """Fulfils `CheckPort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def use(self, uses: Sequence[PhotoUse]) -> None:
        add_missing(self._connection, USE, USE_FIELDS, list(map(READ_USE, uses)))

    def uses(self, hashes: Collection[str], limit: int) -> tuple[PhotoUse, ...]:
        if not hashes:
            return ()
        query = (
            select(*columns_of(USE, PhotoUse))
            .where(within(USE.c.sha256, hashes, self._connection), USE.c.compared)
            .order_by(USE.c.sha256, USE.c.entry_id)
            .limit(limit)
        )
        return tuple(PhotoUse(*row) for row in self._connection.execute(query))

    def replace(self, entry_ids: Collection[str], findings: Sequence[StoredFinding]) -> None:
        if entry_ids:
            self._connection.execute(
                delete(FINDING).where(within(FINDING.c.entry_id, entry_ids, self._connection))
            )
        add_all(self._connection, FINDING, findings)

    def about(self, entry_ids: Collection[str]) -> tuple[StoredFinding, ...]:
        if not entry_ids:
            return ()
        query = (
            select(*columns_of(FINDING, StoredFinding))
            .where(within(FINDING.c.entry_id, entry_ids, self._connection))
            .order_by(FINDING.c.entry_id, FINDING.c.check_code)
        )
        return tuple(StoredFinding(*row) for row in self._connection.execute(query))

    def found(self, branch_id: str, since: date, until: date, limit: int) -> tuple[StoredFinding, ...]:
        query = (
            select(*columns_of(FINDING, StoredFinding))
            .where(FINDING.c.branch_id == branch_id, FINDING.c.found_on.between(since, until))
            .order_by(FINDING.c.found_on.desc(), FINDING.c.entry_id, FINDING.c.check_code)
            .limit(limit)
        )
        return tuple(StoredFinding(*row) for row in self._connection.execute(query))

    def written(
        self, branch_id: str, kind: str, since: date, until: date, limit: int
    ) -> tuple[DatedEntry, ...]:
        query = (
            select(*columns_of(REVIEW, DatedEntry))
            .where(
                REVIEW.c.branch_id == branch_id,
                REVIEW.c.kind == kind,
                REVIEW.c.recorded_on.between(since, until),
            )
            .order_by(REVIEW.c.recorded_at, REVIEW.c.entry_id)
            .limit(limit)
        )
        return tuple(DatedEntry(*row) for row in self._connection.execute(query))

    def held(self, agents: Collection[str], before: date, limit: int) -> tuple[HeldCash, ...]:
        if not agents:
            return ()
        query = (
            select(*columns_of(RECEIPT, HeldCash))
            .where(
                within(RECEIPT.c.agent_id, agents, self._connection),
                RECEIPT.c.deposit == "in_hand",
                RECEIPT.c.state.in_(("issued", "void_requested")),
                RECEIPT.c.genuine,
                RECEIPT.c.taken_on < before,
            )
            .order_by(RECEIPT.c.taken_on, RECEIPT.c.entry_id)
            .limit(limit)
        )
        return tuple(HeldCash(*row) for row in self._connection.execute(query))

    def receipts(self, agents: Collection[str], since: date, until: date) -> Mapping[str, int]:
        if not agents:
            return {}
        query = (
            select(RECEIPT.c.agent_id, func.count())
            .where(
                within(RECEIPT.c.agent_id, agents, self._connection),
                RECEIPT.c.issued_on.between(since, until),
            )
            .group_by(RECEIPT.c.agent_id)
        )
        return {agent_id: int(count) for agent_id, count in self._connection.execute(query)}
