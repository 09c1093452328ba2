"""Whom a text means among the workers of some agents: a NIK, a phone, the number of a receipt, or how a name begins."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sync.rules.names import name_key
from sync.rules.nik import read_nik
from sync.rules.phones import normal_phone
from sync.rules.receipt_number import ReceiptNumber
from sync.server.storage.store import UnitOfWork
from sync.server.storage.worker_records import NikClaim

MOST_FOUND = 20
SHORTEST_NAME = 3
_MOST_SHARING = 200
"""So many people of all branches with one phone are looked through."""


def workers_meant(tx: UnitOfWork, text: str, on: date, agents: Collection[str]) -> Mapping[str, str]:
    """Workers with their agents; at most twenty by a name or phone, nobody for a name of less than three letters."""
    number = _receipt_number(text)
    if number is not None:
        return _paid_for(tx, number, agents)
    digits, phone, key = read_nik(text, on).digits, normal_phone(text), name_key(text)
    held: Collection[NikClaim] = ()
    if digits is not None:
        held = tx.workers.holders([digits]).values()
    elif phone is not None:
        held = tx.workers.sharing((), [phone], _MOST_SHARING)
    elif len(key) >= SHORTEST_NAME:
        held = tx.workers.named(key, agents, MOST_FOUND)
    own = [claim for claim in held if claim.agent_id in agents]
    return {claim.worker_id: claim.agent_id for claim in own[:MOST_FOUND]}


def _receipt_number(text: str) -> str | None:
    try:
        return str(ReceiptNumber.parse(text))
    except ValueError:
        return None


def _paid_for(tx: UnitOfWork, number: str, agents: Collection[str]) -> Mapping[str, str]:
    """For whom the receipts of a number were issued; several where a laptop was copied."""
    own = [receipt for receipt in tx.money.receipt(number) if receipt.agent_id in agents]
    return {
        line.worker_id: receipt.agent_id
        for receipt in own
        for line in tx.money.lines(receipt.action_id)
        if line.worker_id is not None and line.receipt_number == number
    }
