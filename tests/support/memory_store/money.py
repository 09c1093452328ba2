"""Money in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate

from sync.server.storage.records import (
    CashMovement,
    IssuedReceipt,
    LedgerLine,
    LedgerTotals,
)
from tests.support.memory_store.tables import Tables

FINAL_BUCKETS = ("refunded", "voided")


class MemoryMoney:
    """Fulfils `MoneyPort`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add_receipts(self, receipts: Sequence[IssuedReceipt]) -> None:
        for receipt in receipts:
            self._tables.receipts.add((receipt.device, receipt.hash), receipt)

    def add_lines(self, lines: Sequence[LedgerLine]) -> None:
        for line in lines:
            self._tables.lines.add((line.device, line.hash, line.line), line)

    def paid_months(
        self, worker_ids: Collection[str], without: Collection[str] = ()
    ) -> Mapping[str, frozenset[str]]:
        wanted = set(worker_ids)
        months: dict[str, set[str]] = {}
        for line in self._tables.lines:
            if line.worker_id in wanted and _counts(line) and line.entry_id not in without:
                months.setdefault(str(line.worker_id), set()).add(line.month)
        return {worker_id: frozenset(found) for worker_id, found in months.items()}

    def move_lines(self, action_id: str, hashes: Collection[str], worker_id: str | None, bucket: str) -> None:
        for line in self._tables.lines:
            if line.action_id != action_id or line.hash not in hashes or line.bucket in FINAL_BUCKETS:
                continue
            if worker_id in (None, line.worker_id):
                self._tables.lines.put((line.device, line.hash, line.line), replace(line, bucket=bucket))

    def assign(self, lines: Sequence[LedgerLine], worker_id: str) -> None:
        for line in lines:
            key = (line.device, line.hash, line.line)
            before = self._tables.lines.get(key)
            if before is not None:
                self._tables.lines.put(key, replace(before, worker_id=worker_id))

    def finish_lines(self, lines: Sequence[LedgerLine], bucket: str, on: date) -> None:
        for line in lines:
            key = (line.device, line.hash, line.line)
            before = self._tables.lines.get(key)
            if before is not None and before.bucket not in FINAL_BUCKETS:
                self._tables.lines.put(key, replace(before, bucket=bucket, undone_on=on))

    def mark_requested(self, lines: Sequence[LedgerLine], requested: bool) -> None:
        for line in lines:
            key = (line.device, line.hash, line.line)
            before = self._tables.lines.get(key)
            if before is not None:
                self._tables.lines.put(key, replace(before, requested=requested))

    def paying(self, worker_id: str, months: Collection[str]) -> tuple[LedgerLine, ...]:
        wanted = set(months)
        found = [
            line
            for line in self._tables.lines
            if line.worker_id == worker_id and line.month in wanted and _counts(line)
        ]
        return tuple(sorted(found, key=lambda one: (one.device, one.hash, one.line)))

    def lines_of(self, worker_id: str, limit: int) -> tuple[LedgerLine, ...]:
        found = [line for line in self._tables.lines if line.worker_id == worker_id]
        found.sort(key=lambda one: (one.device, one.hash, one.line))
        return tuple(sorted(found, key=lambda one: one.recorded_on, reverse=True)[:limit])

    def issued(self, entry_ids: Collection[str]) -> Mapping[str, IssuedReceipt]:
        wanted = set(entry_ids)
        found = sorted(
            (receipt for receipt in self._tables.receipts if receipt.entry_id in wanted),
            key=lambda one: (one.genuine, one.device, one.hash),
        )
        return {receipt.entry_id: receipt for receipt in found}

    def prove(self, receipts: Sequence[IssuedReceipt]) -> None:
        for receipt in receipts:
            before = self._tables.receipts.get((receipt.device, receipt.hash))
            if before is not None:
                self._tables.receipts.put((receipt.device, receipt.hash), replace(before, genuine=True))

    def stand(self, device: str, hashes: Collection[str]) -> None:
        for digest in hashes:
            movement = self._tables.movements.get((device, digest))
            if movement is not None:
                self._tables.movements.put((device, digest), replace(movement, aside=False))

    def put_receipts(self, receipts: Sequence[IssuedReceipt]) -> None:
        for receipt in receipts:
            before = self._tables.receipts.get((receipt.device, receipt.hash))
            if before is not None:
                after = replace(
                    before, state=receipt.state, deposit=receipt.deposit, deposited_by=receipt.deposited_by
                )
                self._tables.receipts.put((receipt.device, receipt.hash), after)

    def unmatched(self, agent_id: str) -> tuple[IssuedReceipt, ...]:
        found = [
            one for one in self._tables.receipts if (one.agent_id, one.deposit) == (agent_id, "deposited")
        ]
        return tuple(sorted(found, key=lambda one: (one.number, one.device, one.hash)))

    def matched(self, agent_ids: Collection[str], since: date) -> tuple[IssuedReceipt, ...]:
        found = [
            one
            for one in self._tables.receipts
            if one.agent_id in agent_ids and one.issued_on >= since and one.deposit == "matched"
        ]
        return tuple(sorted(found, key=lambda one: (one.number, one.device, one.hash)))

    def renewals(self, agent_ids: Collection[str], after: str, limit: int) -> tuple[LedgerLine, ...]:
        enrolled = {one.action_id for one in self._tables.entries if one.kind == "enrolment"}
        in_hand = {
            (one.device, one.action_id)
            for one in self._tables.receipts
            if one.agent_id in agent_ids and one.genuine and one.deposit == "in_hand"
        }
        fit = [
            line
            for line in self._tables.lines
            if line.bucket == "accepted"
            and line.entry_id > after
            and line.action_id not in enrolled
            and (line.device, line.action_id) in in_hand
        ]
        people = Counter(entry_id for entry_id, _ in {(line.entry_id, line.worker_id) for line in fit})
        before = accumulate(people[entry_id] for entry_id in sorted(people))
        chosen = {one for one, told in zip(sorted(people), (0, *before), strict=False) if told < limit}
        found = [line for line in fit if line.entry_id in chosen]
        return tuple(sorted(found, key=lambda one: (one.entry_id, one.device, one.hash, one.line)))

    def days(
        self, agent_ids: Collection[str], first: date, last: date
    ) -> Mapping[tuple[str, date], Mapping[str, int]]:
        days: dict[tuple[str, date], dict[str, int]] = {}
        for one in self._tables.receipts:
            stands = one.genuine and one.state not in FINAL_BUCKETS
            if stands and one.agent_id in agent_ids and first <= one.issued_on <= last:
                of_day = days.setdefault((one.agent_id, one.issued_on), {})
                of_day[one.deposit] = of_day.get(one.deposit, 0) + one.total
        return days

    def gone(self, action_ids: Collection[str]) -> Mapping[str, int]:
        wanted = set(action_ids)
        sums: dict[str, int] = {}
        for line in self._tables.lines:
            if line.action_id in wanted and line.bucket in FINAL_BUCKETS:
                number = str(line.receipt_number)
                sums[number] = sums.get(number, 0) + line.amount
        return sums

    def add_movements(self, movements: Sequence[CashMovement]) -> None:
        for movement in movements:
            self._tables.movements.add((movement.device, movement.hash), movement)

    def movements(self, device: str) -> tuple[CashMovement, ...]:
        found = [movement for movement in self._tables.movements if movement.device == device]
        return tuple(sorted(found, key=lambda one: (one.at, one.epoch, one.seq, one.hash)))

    def cash(self, agent_id: str) -> Mapping[str, int]:
        sums: dict[str, int] = {}
        for movement in self._tables.movements:
            if movement.agent_id == agent_id:
                sums[movement.sort] = sums.get(movement.sort, 0) + movement.amount
        return sums

    def receipt(self, number: str) -> tuple[IssuedReceipt, ...]:
        found = [receipt for receipt in self._tables.receipts if receipt.number == number]
        return tuple(sorted(found, key=lambda one: (not one.genuine, one.device, one.hash)))

    def counters(self, device: str, epoch: int, counters: Collection[int]) -> frozenset[int]:
        wanted = set(counters)
        return frozenset(
            receipt.counter
            for receipt in self._tables.receipts
            if receipt.genuine
            and (receipt.device, receipt.epoch) == (device, epoch)
            and receipt.counter in wanted
        )

    def last_receipt_before(self, device: str, epoch: int, seq: int) -> int | None:
        below = [
            record
            for record in self._tables.entries
            if (record.device, record.epoch, record.kind, record.aside) == (device, epoch, "receipt", False)
            and record.seq <= seq
        ]
        for record in sorted(below, key=lambda one: -one.seq):
            receipt = self._tables.receipts.get((record.device, record.hash))
            if receipt is not None:
                return receipt.counter
        return None

    def lines(self, action_id: str) -> tuple[LedgerLine, ...]:
        found = [line for line in self._tables.lines if line.action_id == action_id]
        return tuple(sorted(found, key=lambda one: (one.device, one.hash, one.line)))

    def totals(self, agent_id: str | None = None) -> LedgerTotals:
        lines = [line for line in self._tables.lines if agent_id in (None, line.agent_id)]
        receipts = [one for one in self._tables.receipts if agent_id in (None, one.agent_id)]
        buckets: dict[str, int] = {}
        for line in lines:
            buckets[line.bucket] = buckets.get(line.bucket, 0) + line.amount
        return LedgerTotals(
            lines=len(lines),
            rupiah=sum(line.amount for line in lines),
            receipts=len(receipts),
            receipts_rupiah=sum(receipt.total for receipt in receipts),
            buckets=tuple(sorted(buckets.items())),
        )


def _counts(line: LedgerLine) -> bool:
    """Whether the month of a line counts as paid."""
    return line.bucket not in FINAL_BUCKETS and not line.requested
