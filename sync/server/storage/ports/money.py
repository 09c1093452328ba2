"""The port of receipts and the ledger."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol

from sync.server.storage.records import CashMovement, IssuedReceipt, LedgerLine, LedgerTotals


class MoneyPort(Protocol):
    """Receipts and the ledger."""

    def add_receipts(self, receipts: Sequence[IssuedReceipt]) -> None:
        """Store receipts as issued, genuine or not."""
        ...

    def add_lines(self, lines: Sequence[LedgerLine]) -> None:
        """Book ledger lines."""
        ...

    def paid_months(
        self, worker_ids: Collection[str], without: Collection[str] = ()
    ) -> Mapping[str, frozenset[str]]:
        """Iuran months (`2026-11`) with a line that is neither undone nor asked to be voided, per worker; lines of
        the entries `without` are left out."""
        ...

    def move_lines(self, action_id: str, hashes: Collection[str], worker_id: str | None, bucket: str) -> None:
        """Put the lines of some contents of an action (of one worker in it) that are neither voided nor refunded into
        a bucket."""
        ...

    def assign(self, lines: Sequence[LedgerLine], worker_id: str) -> None:
        """Say of lines which worker they are of."""
        ...

    def finish_lines(self, lines: Sequence[LedgerLine], bucket: str, on: date) -> None:
        """Put exactly these lines, of those neither voided nor refunded, into a bucket that they never leave, from a
        local date on."""
        ...

    def mark_requested(self, lines: Sequence[LedgerLine], requested: bool) -> None:
        """Say of lines whether an open void request names them."""
        ...

    def paying(self, worker_id: str, months: Collection[str]) -> tuple[LedgerLine, ...]:
        """Lines of a worker for some months that count as paid, by device and entry."""
        ...

    def lines_of(self, worker_id: str, limit: int) -> tuple[LedgerLine, ...]:
        """Everything that was paid for a worker, whatever became of it, newest first."""
        ...

    def issued(self, entry_ids: Collection[str]) -> Mapping[str, IssuedReceipt]:
        """The receipts of some entries, by entry id; of forks under one id the genuine one."""
        ...

    def prove(self, receipts: Sequence[IssuedReceipt]) -> None:
        """Say of receipts that were kept aside that they are genuine."""
        ...

    def stand(self, device: str, hashes: Collection[str]) -> None:
        """Count the movements of entries that were kept aside as their chain's."""
        ...

    def put_receipts(self, receipts: Sequence[IssuedReceipt]) -> None:
        """Replace state and deposit of receipts."""
        ...

    def unmatched(self, agent_id: str) -> tuple[IssuedReceipt, ...]:
        """Receipts of an agent whose cash a deposit carried away and the branch has not seen, by number."""
        ...

    def matched(self, agent_ids: Collection[str], since: date) -> tuple[IssuedReceipt, ...]:
        """Receipts of some agents that were issued since a day and whose cash the branch has seen, by number."""
        ...

    def renewals(self, agent_ids: Collection[str], after: str, limit: int) -> tuple[LedgerLine, ...]:
        """Accepted lines of contributions above an entry id, in their order, that no enrolment goes with and whose receipts'
        cash no deposit carried away: whole contributions, until they pay for `limit` people, a person of each counted."""
        ...

    def days(
        self, agent_ids: Collection[str], first: date, last: date
    ) -> Mapping[tuple[str, date], Mapping[str, int]]:
        """Rupiah by deposit state of the genuine receipts that stand, per agent and local day of issue."""
        ...

    def gone(self, action_ids: Collection[str]) -> Mapping[str, int]:
        """Rupiah voided or refunded of the receipts of some actions, by receipt number; untouched ones are left out."""
        ...

    def add_movements(self, movements: Sequence[CashMovement]) -> None:
        """Book what entries did to cash."""
        ...

    def movements(self, device: str) -> tuple[CashMovement, ...]:
        """Everything that moved the cash of a device, in order of time."""
        ...

    def cash(self, agent_id: str) -> Mapping[str, int]:
        """Rupiah by sort of everything that moved an agent's cash, on whatever device."""
        ...

    def receipt(self, number: str) -> tuple[IssuedReceipt, ...]:
        """Everything stored under a receipt number, the genuine one first."""
        ...

    def counters(self, device: str, epoch: int, counters: Collection[int]) -> frozenset[int]:
        """Which receipt counters of a chain are taken by genuine receipts."""
        ...

    def last_receipt_before(self, device: str, epoch: int, seq: int) -> int | None:
        """The counter of the newest receipt at or below a place of the chain."""
        ...

    def lines(self, action_id: str) -> tuple[LedgerLine, ...]:
        """The ledger lines of an action."""
        ...

    def totals(self, agent_id: str | None = None) -> LedgerTotals:
        """Counts and rupiah of the whole ledger, or of one agent's."""
        ...
