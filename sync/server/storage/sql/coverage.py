"""What agents reached, summed up in SQL by agent, month and district of the worker."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Subquery, and_, case, func, select, text

from sync.server.storage.coverage_records import EnrolledSum, MoneySum, NewSum, PaidSpan, PaymentSum
from sync.server.storage.sql import commission
from sync.server.storage.sql.first_enrolments import REVIEW, first_enrolled, month_of
from sync.server.storage.sql.many import within
from sync.server.storage.sql.money import COUNTING
from sync.server.storage.tables import (
    LedgerLineRow,
    ReceiptRow,
    ServiceRow,
    WorkerRow,
    table_of,
)

LINE, RECEIPT = table_of(LedgerLineRow), table_of(ReceiptRow)
SERVICE, WORKER = table_of(ServiceRow), table_of(WorkerRow)
ROOM = text("SET LOCAL work_mem = '64MB'")
"""A step of these sums sorts and hashes in memory: a year of a branch is some 40 MiB of keys."""
HOME = (
    select(
        WORKER.c.worker_id,
        func.min(WORKER.c.village).label("village"),
        func.min(WORKER.c.agent_id).label("agent_id"),
    )
    .group_by(WORKER.c.worker_id)
    .subquery("home")
)
"""Where each worker lives, and who enrolled them: read once for all, not worker by worker."""
_DISTRICT = len("35.14.06")
DISTRICT = func.coalesce(func.substr(HOME.c.village, 1, _DISTRICT), "").label("district")
"""The district in which a worker lives, empty where the register does not tell."""


class SqlCoverage:
    """Fulfils `CoveragePort`. Rows are grouped by worker before a district is joined to them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        if connection.dialect.name == "postgresql":
            connection.execute(ROOM)

    def enrolled(self, agent_ids: Collection[str], first: date, last: date) -> tuple[EnrolledSum, ...]:
        worker = func.coalesce(REVIEW.c.worker_id, REVIEW.c.entry_id)
        each = (
            select(REVIEW.c.agent_id, month_of(REVIEW.c.recorded_on).label("month"), DISTRICT)
            .outerjoin_from(REVIEW, HOME, HOME.c.worker_id == worker)
            .where(
                within(REVIEW.c.agent_id, agent_ids, self._connection),
                *first_enrolled(first, last),
            )
            .subquery()
        )
        key = (each.c.agent_id, each.c.month, each.c.district)
        query = select(*key, func.count()).group_by(*key).order_by(*key)
        return tuple(EnrolledSum(*row) for row in self._connection.execute(query))

    def money(self, agent_ids: Collection[str], first: date, last: date) -> tuple[MoneySum, ...]:
        carried = (
            select(RECEIPT.c.device, RECEIPT.c.number, RECEIPT.c.action_id)
            .where(within(RECEIPT.c.agent_id, agent_ids, self._connection), RECEIPT.c.deposit != "in_hand")
            .distinct()
            .subquery()
        )
        sums: dict[tuple[str, str, str], tuple[int, int]] = {}
        for day, sign in ((LINE.c.recorded_on, 1), (LINE.c.undone_on, -1)):
            for *key, collected, deposited in self._connection.execute(
                self._moved(agent_ids, day, day.between(first, last), carried)
            ):
                before = sums.get((key[0], key[1], key[2]), (0, 0))
                sums[key[0], key[1], key[2]] = (
                    before[0] + sign * int(collected),
                    before[1] + sign * int(deposited),
                )
        return tuple(MoneySum(*key, *sums[key]) for key in sorted(sums))

    def _moved(
        self,
        agent_ids: Collection[str],
        day: ColumnElement[Any],
        within_days: ColumnElement[bool],
        carried: Subquery,
    ) -> Select[Any]:
        """Rupiah of lines by agent, month and district, and the part whose receipt's cash was carried away."""
        same = and_(
            carried.c.device == LINE.c.device,
            carried.c.number == LINE.c.receipt_number,
            carried.c.action_id == LINE.c.action_id,
        )
        deposited = case((carried.c.number.is_not(None), LINE.c.amount), else_=0)
        whose = (LINE.c.agent_id, day.label("day"), LINE.c.worker_id)
        each = (
            select(*whose, func.sum(LINE.c.amount).label("amount"), func.sum(deposited).label("deposited"))
            .outerjoin_from(LINE, carried, same)
            .where(within(LINE.c.agent_id, agent_ids, self._connection), within_days)
            .group_by(*whose)
            .subquery()
        )
        placed = (
            select(
                each.c.agent_id,
                month_of(each.c.day).label("month"),
                DISTRICT,
                each.c.amount,
                each.c.deposited,
            )
            .outerjoin_from(each, HOME, HOME.c.worker_id == each.c.worker_id)
            .subquery()
        )
        key = (placed.c.agent_id, placed.c.month, placed.c.district)
        return select(*key, func.sum(placed.c.amount), func.sum(placed.c.deposited)).group_by(*key)

    def paid(self, agent_ids: Collection[str], last: date) -> tuple[PaidSpan, ...]:
        month = month_of(LINE.c.recorded_on).label("begun")
        each = (
            select(
                LINE.c.worker_id,
                month,
                func.max(LINE.c.month).label("until"),
                func.min(LINE.c.agent_id).label("agent_id"),
            )
            .where(
                within(LINE.c.agent_id, agent_ids, self._connection),
                LINE.c.worker_id.is_not(None),
                LINE.c.recorded_on <= last,
                *COUNTING,
            )
            .group_by(LINE.c.worker_id, month)
            .subquery()
        )
        spans = select(
            each.c.worker_id,
            each.c.begun,
            func.max(each.c.until).over(partition_by=each.c.worker_id, order_by=each.c.begun).label("until"),
            func.lead(each.c.begun)
            .over(partition_by=each.c.worker_id, order_by=each.c.begun)
            .label("replaced"),
            func.min(each.c.agent_id).over(partition_by=each.c.worker_id).label("agent_id"),
        ).subquery()
        serving = func.coalesce(SERVICE.c.agent_id, HOME.c.agent_id, spans.c.agent_id)
        placed = (
            select(
                serving.label("agent_id"),
                DISTRICT,
                spans.c.begun,
                spans.c.until,
                spans.c.replaced,
            )
            .outerjoin_from(spans, SERVICE, SERVICE.c.worker_id == spans.c.worker_id)
            .outerjoin(HOME, HOME.c.worker_id == spans.c.worker_id)
            .subquery()
        )
        key = (placed.c.agent_id, placed.c.district, placed.c.begun, placed.c.until, placed.c.replaced)
        query = select(*key, func.count()).group_by(*key).order_by(*key)
        return tuple(PaidSpan(*row) for row in self._connection.execute(query))

    def new(self, agent_ids: Collection[str], first: date, last: date) -> tuple[NewSum, ...]:
        return commission.new(self._connection, agent_ids, first, last)

    def payments(
        self, agent_ids: Collection[str], first: date, last: date, early_until: int, late_until: int
    ) -> tuple[PaymentSum, ...]:
        return commission.payments(self._connection, agent_ids, first, last, early_until, late_until)
