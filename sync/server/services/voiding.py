"""What an approved void request does to the ledger: lines without cash behind them leave the sum in hand."""

from __future__ import annotations

from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.entry import DecodedEntry, decode
from sync.rules.states import MoneyBucket
from sync.server.storage.store import UnitOfWork


def void_lines(tx: UnitOfWork, request_id: str) -> None:
    """Void the receipt that an approved request names where no cash was taken (records.md, "Void").

    A request for lines voids the lines of their workers; one with cash changes nothing here, because the
    money leaves with the refund that the decision names.
    """
    stored = tx.entries.entry(request_id)
    request = None if stored is None else decode(stored.raw, stored.personal)
    if not isinstance(request, DecodedEntry) or not isinstance(request.body, VoidRequest):
        return
    receipt = tx.entries.entry(request.body.receipt)
    if receipt is None or request.body.cash == "cash_taken":
        return
    if stored is None or receipt.record.agent_id != stored.record.agent_id:
        return
    action_id = receipt.record.action_id
    if request.body.lines is None:
        tx.money.move_lines(action_id, None, MoneyBucket.VOIDED.value)
        return
    named = {(line.contribution, line.line) for line in request.body.lines}
    lines = tx.money.lines(action_id)
    for worker_id in sorted({line.worker_id for line in lines if line.worker_id is not None}):
        of_worker = {(line.entry_id, line.line) for line in lines if line.worker_id == worker_id}
        if of_worker <= named:
            tx.money.move_lines(action_id, worker_id, MoneyBucket.VOIDED.value)
