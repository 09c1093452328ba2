"""What agents reached, and what a branch aims at, in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date, datetime

from sync.rules.iuran_month import IuranMonth
from sync.server.storage.coverage_records import (
    EnrolledSum,
    MoneySum,
    NewSum,
    PaidSpan,
    PaymentSum,
    RegionWorkers,
    Target,
)
from sync.server.storage.records import LedgerLine, Review
from tests.support.memory_store.tables import Tables

FINAL = ("refunded", "voided")
STANDING = ("received", "flagged", "in_review", "returned", "approved", "registered")


class MemoryCoverage:
    """Fulfils `CoveragePort`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def enrolled(self, agent_ids: Collection[str], first: date, last: date) -> tuple[EnrolledSum, ...]:
        counts = Counter(
            (one.agent_id, f"{one.recorded_on:%Y-%m}", self._district(one.worker_id or one.entry_id))
            for one in self._first_enrolled(agent_ids, first, last)
        )
        return tuple(EnrolledSum(*key, counts[key]) for key in sorted(counts))

    def _first_enrolled(self, agent_ids: Collection[str], first: date, last: date) -> Iterator[Review]:
        reviews = [one for one in self._tables.reviews if one.kind == "enrolment" and one.state in STANDING]
        begun: dict[str | None, datetime] = {}
        for one in reviews:
            begun[one.worker_id] = min(begun.get(one.worker_id, one.recorded_at), one.recorded_at)
        for one in reviews:
            ours = one.agent_id in agent_ids and first <= one.recorded_on <= last
            if ours and (one.worker_id is None or one.recorded_at == begun[one.worker_id]):
                yield one

    def money(self, agent_ids: Collection[str], first: date, last: date) -> tuple[MoneySum, ...]:
        carried = {
            (one.device, one.number, one.action_id)
            for one in self._tables.receipts
            if one.deposit != "in_hand" and one.agent_id in agent_ids
        }
        sums: dict[tuple[str, str, str], tuple[int, int]] = {}
        for one in self._lines(agent_ids, last):
            for day, amount in ((one.recorded_on, one.amount), (one.undone_on, -one.amount)):
                if day is None or not first <= day <= last:
                    continue
                key = (one.agent_id, f"{day:%Y-%m}", self._district(one.worker_id))
                collected, deposited = sums.get(key, (0, 0))
                gone = (one.device, one.receipt_number, one.action_id) in carried
                sums[key] = collected + amount, deposited + (amount if gone else 0)
        return tuple(MoneySum(*key, *sums[key]) for key in sorted(sums))

    def paid(self, agent_ids: Collection[str], last: date) -> tuple[PaidSpan, ...]:
        served = {one.worker_id: one.agent_id for one in self._tables.services}
        held = {one.worker_id: one.agent_id for one in self._tables.workers}
        reached: dict[str, dict[str, str]] = {}
        takers: dict[str, str] = {}
        for one in self._lines(agent_ids, last):
            if one.worker_id is None or one.bucket in FINAL or one.requested:
                continue
            months = reached.setdefault(one.worker_id, {})
            month = f"{one.recorded_on:%Y-%m}"
            months[month] = max(months.get(month, ""), one.month)
            takers[one.worker_id] = min(takers.get(one.worker_id, one.agent_id), one.agent_id)
        counts: Counter[tuple[str, str, str, str, str | None]] = Counter()
        for worker_id, months in reached.items():
            owner = served.get(worker_id) or held.get(worker_id) or takers[worker_id]
            begun = sorted(months)
            for place, month in enumerate(begun):
                until = max(months[one] for one in begun[: place + 1])
                replaced = begun[place + 1] if place + 1 < len(begun) else None
                counts[owner, self._district(worker_id), month, until, replaced] += 1
        keys = sorted(counts, key=lambda key: (*key[:4], key[4] or "~"))
        return tuple(PaidSpan(*key, counts[key]) for key in keys)

    def new(self, agent_ids: Collection[str], first: date, last: date) -> tuple[NewSum, ...]:
        third = {(one.action_id, one.worker_id) for one in self._tables.lines if one.programme == "JHT"}
        counts: dict[tuple[str, str], list[int]] = {}
        for one in self._first_enrolled(agent_ids, first, last):
            two_three = counts.setdefault((one.agent_id, f"{one.recorded_on:%Y-%m}"), [0, 0])
            two_three[(one.action_id, one.worker_id) in third] += 1
        return tuple(NewSum(*key, *counts[key]) for key in sorted(counts))

    def payments(
        self, agent_ids: Collection[str], first: date, last: date, early_until: int, late_until: int
    ) -> tuple[PaymentSum, ...]:
        counting = [
            one
            for one in self._tables.lines
            if one.worker_id and one.month and one.bucket not in FINAL and not one.requested
        ]
        months: dict[str | None, set[IuranMonth]] = {}
        for one in counting:
            months.setdefault(one.worker_id, set()).add(IuranMonth.parse(one.month))
        receipts: dict[tuple[str, ...], list[int]] = {}
        for one in counting:
            if one.agent_id not in agent_ids or not first <= one.recorded_on <= last:
                continue
            begun = month = IuranMonth.parse(one.month)
            while begun.plus(-1) in months[one.worker_id]:
                begun = begun.plus(-1)
            age = month.minus(begun) + 1
            key = (
                one.agent_id,
                f"{one.recorded_on:%Y-%m}",
                one.device,
                one.action_id,
                one.receipt_number or "",
            )
            sums = receipts.setdefault(key, [0, 0])
            if age <= late_until:
                sums[age > early_until] += one.amount
        counts = Counter((key[0], key[1], early, late) for key, (early, late) in receipts.items())
        return tuple(PaymentSum(*key, counts[key]) for key in sorted(counts))

    def _lines(self, agent_ids: Collection[str], last: date) -> Iterator[LedgerLine]:
        for one in self._tables.lines:
            if one.agent_id in agent_ids and one.recorded_on <= last:
                yield one

    def _district(self, worker_id: str | None) -> str:
        homes = [one.village for one in self._tables.workers if one.worker_id == worker_id and one.village]
        return min(homes)[:8] if homes else ""


class MemoryTargets:
    """Fulfils `TargetPort`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def put(self, target: Target) -> None:
        key = (target.branch_id, target.kind, target.subject, target.first)
        self._tables.targets.put(key, target)

    def of_branches(self, branch_ids: Collection[str]) -> tuple[Target, ...]:
        found = (one for one in self._tables.targets if one.branch_id in branch_ids)
        return tuple(sorted(found, key=lambda one: (one.branch_id, one.kind, one.subject, one.first)))

    def put_workers(self, counted: RegionWorkers) -> None:
        self._tables.region_workers.put((counted.branch_id, counted.region, counted.year), counted)

    def workers(self, branch_ids: Collection[str]) -> tuple[RegionWorkers, ...]:
        found = (one for one in self._tables.region_workers if one.branch_id in branch_ids)
        return tuple(sorted(found, key=lambda one: (one.branch_id, one.region, one.year)))
