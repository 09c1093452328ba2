"""What commissions are reckoned from, summed up in SQL by agent and month."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, case, cast, func, select

from sync.rules.programmes import Programme
from sync.server.storage.coverage_records import NewSum, PaymentSum
from sync.server.storage.sql.first_enrolments import REVIEW, first_enrolled, month_of
from sync.server.storage.sql.many import within
from sync.server.storage.sql.money import COUNTING, LINE


def new(connection: Connection, agent_ids: Collection[str], first: date, last: date) -> tuple[NewSum, ...]:
    """As `CoveragePort.new`."""
    with_third = (
        select(LINE.c.line)
        .where(
            LINE.c.action_id == REVIEW.c.action_id,
            LINE.c.worker_id == REVIEW.c.worker_id,
            LINE.c.programme == Programme.JHT.value,
        )
        .exists()
    )
    each = (
        select(
            REVIEW.c.agent_id,
            month_of(REVIEW.c.recorded_on).label("month"),
            case((with_third, 1), else_=0).label("three"),
        )
        .where(
            within(REVIEW.c.agent_id, agent_ids, connection),
            *first_enrolled(first, last),
        )
        .subquery()
    )
    key = (each.c.agent_id, each.c.month)
    three = func.sum(each.c.three)
    query = select(*key, func.count() - three, three).group_by(*key).order_by(*key)
    return tuple(NewSum(row[0], row[1], int(row[2]), int(row[3])) for row in connection.execute(query))


def payments(
    connection: Connection,
    agent_ids: Collection[str],
    first: date,
    last: date,
    early_until: int,
    late_until: int,
) -> tuple[PaymentSum, ...]:
    """As `CoveragePort.payments`."""
    ours = (
        within(LINE.c.agent_id, agent_ids, connection),
        LINE.c.recorded_on.between(first, last),
        *COUNTING,
    )
    payers = select(LINE.c.worker_id).where(*ours, LINE.c.worker_id.is_not(None)).distinct()
    number = _number(LINE.c.month)
    paid = (
        select(LINE.c.worker_id, number.label("number"))
        .where(LINE.c.worker_id.in_(payers), LINE.c.month != "", *COUNTING)
        .distinct()
        .subquery()
    )
    place = func.row_number().over(partition_by=paid.c.worker_id, order_by=paid.c.number)
    runs = select(paid.c.worker_id, paid.c.number, (paid.c.number - place).label("run")).subquery()
    begun = func.min(runs.c.number).over(partition_by=(runs.c.worker_id, runs.c.run)).label("begun")
    aged = select(runs.c.worker_id, runs.c.number, begun).subquery()
    age = number - aged.c.begun + 1
    early = func.sum(case((age <= early_until, LINE.c.amount), else_=0)).label("early")
    late = func.sum(case((age.between(early_until + 1, late_until), LINE.c.amount), else_=0)).label("late")
    month = month_of(LINE.c.recorded_on).label("month")
    receipt = (LINE.c.agent_id, month, LINE.c.device, LINE.c.action_id, LINE.c.receipt_number)
    each = (
        select(LINE.c.agent_id, month, early, late)
        .join_from(LINE, aged, (aged.c.worker_id == LINE.c.worker_id) & (aged.c.number == number))
        .where(*ours, LINE.c.month != "")
        .group_by(*receipt)
        .subquery()
    )
    key = (each.c.agent_id, each.c.month, each.c.early, each.c.late)
    query = select(*key, func.count()).group_by(*key).order_by(*key)
    return tuple(
        PaymentSum(row[0], row[1], int(row[2]), int(row[3]), row[4]) for row in connection.execute(query)
    )


def _number(month: Any) -> ColumnElement[int]:
    """A month such as `2026-11` as a number that grows by one with each month."""
    return cast(func.substr(month, 1, 4), Integer) * 12 + cast(func.substr(month, 6, 2), Integer)
