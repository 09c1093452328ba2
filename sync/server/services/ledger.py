"""What the ledger holds, for whoever compares it with the receipts on the laptops."""

from __future__ import annotations

from dataclasses import dataclass

from sync.server.storage.store import Store


@dataclass(frozen=True, slots=True)
class LedgerSum:
    """Count of lines, rupiah of all lines, count and rupiah of receipts, rupiah by bucket."""

    lines: int
    rupiah: int
    receipts: int
    receipts_rupiah: int
    buckets: dict[str, int]


def ledger_sum(store: Store) -> LedgerSum:
    """The whole ledger; `rupiah` equals `receipts_rupiah` and the sum of the buckets (sync/README.md, S8)."""
    with store.reading() as tx:
        totals = tx.money.totals()
    return LedgerSum(
        totals.lines, totals.rupiah, totals.receipts, totals.receipts_rupiah, dict(totals.buckets)
    )
