"""Sums over rows that are only ever added, kept up to date by the transaction that adds them.

What they stand for is always the sum of the raw rows, which prove them: who reads them reads one row for each agent or chain,
however many years of rows there are.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, text

from sync.server.storage.records import CashMovement, IssuedReceipt

_ADD_CASH = text(
    "INSERT INTO agent_cash (agent_id, sort, amount) VALUES (:agent_id, :sort, :amount)"
    " ON CONFLICT (agent_id, sort) DO UPDATE SET amount = agent_cash.amount + excluded.amount"
)
_ADD_RECEIPTS = text(
    "INSERT INTO receipt_reach (device, epoch, genuine, highest) VALUES (:device, :epoch, :genuine, :highest)"
    " ON CONFLICT (device, epoch) DO UPDATE SET genuine = receipt_reach.genuine + excluded.genuine, highest ="
    " CASE WHEN excluded.highest > receipt_reach.highest THEN excluded.highest ELSE receipt_reach.highest END"
)
_COUNT_ANEW = text(
    "INSERT INTO receipt_reach (device, epoch, genuine, highest)"
    " SELECT device, epoch, count(*), max(counter) FROM receipt"
    " WHERE device = :device AND epoch = :epoch AND genuine GROUP BY device, epoch"
    " ON CONFLICT (device, epoch) DO UPDATE SET genuine = excluded.genuine, highest = excluded.highest"
)


def add_cash(connection: Connection, movements: Iterable[CashMovement]) -> None:
    """Add movements that were just stored to the cash of their agents."""
    sums: dict[tuple[str, str], int] = {}
    for one in movements:
        sums[one.agent_id, one.sort] = sums.get((one.agent_id, one.sort), 0) + one.amount
    for agent_id, sort in sorted(sums):
        values = {"agent_id": agent_id, "sort": sort, "amount": sums[agent_id, sort]}
        connection.execute(_ADD_CASH, values)


def add_receipts(connection: Connection, receipts: Iterable[IssuedReceipt]) -> None:
    """Count the genuine ones of receipts that were just stored."""
    counters: dict[tuple[str, int], list[int]] = {}
    for one in receipts:
        if one.genuine:
            counters.setdefault((one.device, one.epoch), []).append(one.counter)
    for device, epoch in sorted(counters):
        taken = counters[device, epoch]
        values = {"device": device, "epoch": epoch, "genuine": len(taken), "highest": max(taken)}
        connection.execute(_ADD_RECEIPTS, values)


def count_anew(connection: Connection, receipts: Iterable[IssuedReceipt]) -> None:
    """Count the genuine receipts of the chains of some that were just proved."""
    for device, epoch in sorted({(one.device, one.epoch) for one in receipts}):
        connection.execute(_COUNT_ANEW, {"device": device, "epoch": epoch})
