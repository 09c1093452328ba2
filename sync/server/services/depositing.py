"""What deposits do to receipts: who carried their cash away, and whether the branch saw the money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sync.rules.states import DepositState
from sync.server.storage.store import UnitOfWork


def carry_cash(tx: UnitOfWork, deposited: Sequence[tuple[str, str]]) -> None:
    """Write which deposit carried the cash of which receipt away; pairs of receipt and deposit, by entry id."""
    issued = tx.money.issued([receipt for receipt, _ in deposited])
    tx.money.put_receipts(
        [
            replace(issued[receipt], deposit=DepositState.DEPOSITED.value, deposited_by=deposit)
            for receipt, deposit in deposited
        ]
    )
