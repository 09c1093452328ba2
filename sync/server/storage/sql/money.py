"""Receipts and the ledger in SQL."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, func, select, text, update

from sync.server.storage.records import CashMovement, IssuedReceipt, LedgerLine, LedgerTotals
from sync.server.storage.sql.kept_sums import add_cash, add_receipts, count_anew
from sync.server.storage.sql.many import add_all, columns_of, within
from sync.server.storage.sql.renewals import renewals
from sync.server.storage.tables import (
    AgentCashRow,
    CashMovementRow,
    LedgerLineRow,
    ReceiptRow,
    table_of,
)

LINE, RECEIPT = table_of(LedgerLineRow), table_of(ReceiptRow)
MOVEMENT, CASH = table_of(CashMovementRow), table_of(AgentCashRow)
FINAL_BUCKETS = ("refunded", "voided")
COUNTING = (LINE.c.bucket.not_in(FINAL_BUCKETS), LINE.c.requested.is_(False))
"""Lines whose month counts as paid."""
NAMED = (
    LINE.c.device == bindparam("of_device"),
    LINE.c.hash == bindparam("of_hash"),
    LINE.c.line == bindparam("of_line"),
)
"""One line, by `_keys`."""
LAST_RECEIPT = text(
    "SELECT r.counter FROM entry e JOIN receipt r ON r.device = e.device AND r.hash = e.hash"
    " WHERE e.device = :device AND e.epoch = :epoch AND e.seq <= :seq AND e.kind = 'receipt' AND NOT e.aside"
    " ORDER BY e.seq DESC LIMIT 1"
)


class SqlMoney:
    """Fulfils `MoneyPort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_receipts(self, receipts: Sequence[IssuedReceipt]) -> None:
        add_all(self._connection, RECEIPT, receipts)
        add_receipts(self._connection, receipts)

    def add_lines(self, lines: Sequence[LedgerLine]) -> None:
        add_all(self._connection, LINE, lines)

    def paid_months(
        self, worker_ids: Collection[str], without: Collection[str] = ()
    ) -> Mapping[str, frozenset[str]]:
        if not worker_ids:
            return {}
        query = (
            select(LINE.c.worker_id, LINE.c.month)
            .where(
                within(LINE.c.worker_id, worker_ids, self._connection),
                *COUNTING,
            )
            .distinct()
        )
        if without:
            query = query.where(~within(LINE.c.entry_id, without, self._connection))
        months: dict[str, set[str]] = {}
        for worker_id, month in self._connection.execute(query):
            months.setdefault(worker_id, set()).add(month)
        return {worker_id: frozenset(found) for worker_id, found in months.items()}

    def move_lines(self, action_id: str, hashes: Collection[str], worker_id: str | None, bucket: str) -> None:
        change = (
            update(LINE)
            .where(
                LINE.c.action_id == action_id,
                within(LINE.c.hash, hashes, self._connection),
                LINE.c.bucket.not_in(FINAL_BUCKETS),
            )
            .values(bucket=bucket)
        )
        if worker_id is not None:
            change = change.where(LINE.c.worker_id == worker_id)
        self._connection.execute(change)

    def assign(self, lines: Sequence[LedgerLine], worker_id: str) -> None:
        change = update(LINE).where(*NAMED).values(worker_id=worker_id)
        if lines:
            self._connection.execute(change, _keys(lines))

    def finish_lines(self, lines: Sequence[LedgerLine], bucket: str, on: date) -> None:
        change = (
            update(LINE)
            .where(*NAMED, *(LINE.c.bucket != final for final in FINAL_BUCKETS))
            .values(bucket=bucket, undone_on=on)
        )
        if lines:
            self._connection.execute(change, _keys(lines))

    def mark_requested(self, lines: Sequence[LedgerLine], requested: bool) -> None:
        change = update(LINE).where(*NAMED).values(requested=requested)
        if lines:
            self._connection.execute(change, _keys(lines))

    def paying(self, worker_id: str, months: Collection[str]) -> tuple[LedgerLine, ...]:
        query = (
            select(*columns_of(LINE, LedgerLine))
            .where(LINE.c.worker_id == worker_id, LINE.c.month.in_(sorted(months)), *COUNTING)
            .order_by(LINE.c.device, LINE.c.hash, LINE.c.line)
        )
        return tuple(LedgerLine(*row) for row in self._connection.execute(query))

    def lines_of(self, worker_id: str, limit: int) -> tuple[LedgerLine, ...]:
        query = (
            select(*columns_of(LINE, LedgerLine))
            .where(LINE.c.worker_id == worker_id)
            .order_by(LINE.c.recorded_on.desc(), LINE.c.device, LINE.c.hash, LINE.c.line)
            .limit(limit)
        )
        return tuple(LedgerLine(*row) for row in self._connection.execute(query))

    def issued(self, entry_ids: Collection[str]) -> Mapping[str, IssuedReceipt]:
        if not entry_ids:
            return {}
        query = (
            select(*columns_of(RECEIPT, IssuedReceipt))
            .where(within(RECEIPT.c.entry_id, entry_ids, self._connection))
            .order_by(RECEIPT.c.genuine, RECEIPT.c.device, RECEIPT.c.hash)
        )
        found = (IssuedReceipt(*row) for row in self._connection.execute(query))
        return {receipt.entry_id: receipt for receipt in found}

    def prove(self, receipts: Sequence[IssuedReceipt]) -> None:
        change = (
            update(RECEIPT)
            .where(RECEIPT.c.device == bindparam("of_device"), RECEIPT.c.hash == bindparam("of_hash"))
            .values(genuine=True)
        )
        if receipts:
            keys = [{"of_device": one.device, "of_hash": one.hash} for one in receipts]
            self._connection.execute(change, keys)
            count_anew(self._connection, receipts)

    def stand(self, device: str, hashes: Collection[str]) -> None:
        own = (MOVEMENT.c.device == device, within(MOVEMENT.c.hash, hashes, self._connection))
        self._connection.execute(update(MOVEMENT).where(*own).values(aside=False))

    def put_receipts(self, receipts: Sequence[IssuedReceipt]) -> None:
        change = (
            update(RECEIPT)
            .where(RECEIPT.c.device == bindparam("of_device"), RECEIPT.c.hash == bindparam("of_hash"))
            .values(state=bindparam("now"), deposit=bindparam("cash"), deposited_by=bindparam("carried_by"))
        )
        if receipts:
            self._connection.execute(
                change,
                [
                    {
                        "of_device": one.device,
                        "of_hash": one.hash,
                        "now": one.state,
                        "cash": one.deposit,
                        "carried_by": one.deposited_by,
                    }
                    for one in receipts
                ],
            )

    def unmatched(self, agent_id: str) -> tuple[IssuedReceipt, ...]:
        query = (
            select(*columns_of(RECEIPT, IssuedReceipt))
            .where(RECEIPT.c.agent_id == agent_id, RECEIPT.c.deposit == "deposited")
            .order_by(RECEIPT.c.number, RECEIPT.c.device, RECEIPT.c.hash)
        )
        return tuple(IssuedReceipt(*row) for row in self._connection.execute(query))

    def matched(self, agent_ids: Collection[str], since: date) -> tuple[IssuedReceipt, ...]:
        query = (
            select(*columns_of(RECEIPT, IssuedReceipt))
            .where(
                within(RECEIPT.c.agent_id, agent_ids, self._connection),
                RECEIPT.c.issued_on >= since,
                RECEIPT.c.deposit == "matched",
            )
            .order_by(RECEIPT.c.number, RECEIPT.c.device, RECEIPT.c.hash)
        )
        return tuple(IssuedReceipt(*row) for row in self._connection.execute(query))

    def renewals(self, agent_ids: Collection[str], after: str, limit: int) -> tuple[LedgerLine, ...]:
        return renewals(self._connection, agent_ids, after, limit) if agent_ids else ()

    def days(
        self, agent_ids: Collection[str], first: date, last: date
    ) -> Mapping[tuple[str, date], Mapping[str, int]]:
        if not agent_ids:
            return {}
        day = (RECEIPT.c.agent_id, RECEIPT.c.issued_on, RECEIPT.c.deposit)
        query = (
            select(*day, func.sum(RECEIPT.c.total))
            .where(
                within(RECEIPT.c.agent_id, agent_ids, self._connection),
                RECEIPT.c.issued_on.between(first, last),
                RECEIPT.c.genuine,
                RECEIPT.c.state.not_in(FINAL_BUCKETS),
            )
            .group_by(*day)
        )
        days: dict[tuple[str, date], dict[str, int]] = {}
        for agent_id, on, deposit, total in self._connection.execute(query):
            days.setdefault((agent_id, on), {})[deposit] = int(total)
        return days

    def gone(self, action_ids: Collection[str]) -> Mapping[str, int]:
        if not action_ids:
            return {}
        query = (
            select(LINE.c.receipt_number, func.sum(LINE.c.amount))
            .where(within(LINE.c.action_id, action_ids, self._connection), LINE.c.bucket.in_(FINAL_BUCKETS))
            .group_by(LINE.c.receipt_number)
        )
        return {number: int(amount) for number, amount in self._connection.execute(query)}

    def add_movements(self, movements: Sequence[CashMovement]) -> None:
        add_all(self._connection, MOVEMENT, movements)
        add_cash(self._connection, movements)

    def movements(self, device: str) -> tuple[CashMovement, ...]:
        query = (
            select(*columns_of(MOVEMENT, CashMovement))
            .where(MOVEMENT.c.device == device)
            .order_by(MOVEMENT.c.at, MOVEMENT.c.epoch, MOVEMENT.c.seq, MOVEMENT.c.hash)
        )
        return tuple(CashMovement(*row) for row in self._connection.execute(query))

    def cash(self, agent_id: str) -> Mapping[str, int]:
        query = select(CASH.c.sort, CASH.c.amount).where(CASH.c.agent_id == agent_id)
        return {sort: int(amount) for sort, amount in self._connection.execute(query)}

    def receipt(self, number: str) -> tuple[IssuedReceipt, ...]:
        query = (
            select(*columns_of(RECEIPT, IssuedReceipt))
            .where(RECEIPT.c.number == number)
            .order_by(RECEIPT.c.genuine.desc(), RECEIPT.c.device, RECEIPT.c.hash)
        )
        return tuple(IssuedReceipt(*row) for row in self._connection.execute(query))

    def counters(self, device: str, epoch: int, counters: Collection[int]) -> frozenset[int]:
        query = select(RECEIPT.c.counter).where(
            RECEIPT.c.device == device,
            RECEIPT.c.epoch == epoch,
            RECEIPT.c.genuine,
            within(RECEIPT.c.counter, counters, self._connection),
        )
        return frozenset(self._connection.execute(query).scalars())

    def last_receipt_before(self, device: str, epoch: int, seq: int) -> int | None:
        found = self._connection.execute(
            LAST_RECEIPT, {"device": device, "epoch": epoch, "seq": seq}
        ).scalar()
        return None if found is None else int(found)

    def lines(self, action_id: str) -> tuple[LedgerLine, ...]:
        query = (
            select(*columns_of(LINE, LedgerLine))
            .where(LINE.c.action_id == action_id)
            .order_by(LINE.c.device, LINE.c.hash, LINE.c.line)
        )
        return tuple(LedgerLine(*row) for row in self._connection.execute(query))

    def totals(self, agent_id: str | None = None) -> LedgerTotals:
        by_bucket = select(LINE.c.bucket, func.count(), func.sum(LINE.c.amount)).group_by(LINE.c.bucket)
        issued = select(func.count(), func.coalesce(func.sum(RECEIPT.c.total), 0))
        if agent_id is not None:
            by_bucket = by_bucket.where(LINE.c.agent_id == agent_id)
            issued = issued.where(RECEIPT.c.agent_id == agent_id)
        buckets = sorted((row[0], int(row[1]), int(row[2])) for row in self._connection.execute(by_bucket))
        receipts, rupiah = self._connection.execute(issued).one()
        return LedgerTotals(
            lines=sum(count for _, count, _ in buckets),
            rupiah=sum(amount for _, _, amount in buckets),
            receipts=int(receipts),
            receipts_rupiah=int(rupiah),
            buckets=tuple((bucket, amount) for bucket, _, amount in buckets),
        )


def _keys(lines: Sequence[LedgerLine]) -> list[dict[str, object]]:
    return [{"of_device": one.device, "of_hash": one.hash, "of_line": one.line} for one in lines]
