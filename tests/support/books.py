"""Compares what a tour wrote down: result and roster row by row, numbers without a gap, and sums that must be one."""

import csv
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sync.rules.receipt_number import ReceiptNumber


@dataclass(frozen=True, slots=True)
class Books:
    """The tour's own account: rows of `result.csv` and the sums of `summary.json`."""

    rows: tuple[dict[str, str], ...]
    summary: dict[str, Any]

    @property
    def receipts(self) -> dict[str, dict[str, Any]]:
        """The receipts of the summary by their number."""
        return {receipt["number"]: receipt for receipt in self.summary["receipts"]}

    @property
    def decisions(self) -> Counter[str]:
        """How often the branch decided what."""
        return Counter(row["putusan"] for row in self.rows if row["putusan"])


def read_table(path: Path) -> tuple[dict[str, str], ...]:
    """A CSV file as rows by column name."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return tuple(csv.DictReader(lines))


def read_books(out: Path) -> Books:
    """What the tour left in its folder."""
    return Books(
        read_table(out / "result.csv"), json.loads((out / "summary.json").read_text(encoding="utf-8"))
    )


def roster_faults(roster: Sequence[dict[str, str]], rows: Sequence[dict[str, str]]) -> Iterator[str]:
    """Rows that are missing or led elsewhere than the roster's `reaksi` and `jumlah` say, where it has them."""
    found = {row["no"]: row for row in rows}
    if len(found) != len(rows) or len(rows) != len(roster):
        yield f"{len(roster)} rows in the roster, {len(rows)} in the result, {len(found)} different"
    for wanted in roster:
        row = found.get(wanted["no"])
        if row is None:
            yield f"row {wanted['no']} has no result"
            continue
        for column in ("reaksi", "jumlah"):
            if column in wanted and wanted[column] != row[column]:
                yield f"row {wanted['no']}: {column} is {row[column] or 'empty'}, not {wanted[column] or 'empty'}"
        if bool(row["jumlah"]) != bool(row["kuitansi"]):
            yield f"row {wanted['no']}: amount {row['jumlah'] or 'none'}, receipt {row['kuitansi'] or 'none'}"


def number_faults(numbers: Sequence[str]) -> Iterator[str]:
    """Numbers used twice, and gaps: each device and epoch counts from 1."""
    if len(set(numbers)) != len(numbers):
        yield f"{len(numbers)} receipts carry {len(set(numbers))} numbers"
    counters: dict[tuple[str, int], list[int]] = {}
    for text in set(numbers):
        number = ReceiptNumber.parse(text)
        counters.setdefault((number.device, number.epoch), []).append(number.counter)
    for (device, epoch), counted in counters.items():
        if sorted(counted) != list(range(1, len(counted) + 1)):
            missing = sorted(set(range(1, max(counted) + 1)) - set(counted))
            yield f"{device}-{epoch:02d} lacks {missing}"


def sum_faults(books: Books, ledger: dict[str, int], papers_rupiah: int) -> Iterator[str]:
    """Sums that differ between result, receipts, papers, journal and the server's ledger, in rupiah and count."""
    sums = {
        "result": sum(int(row["jumlah"] or 0) for row in books.rows),
        "receipts": int(books.summary["receipts_rupiah"]),
        "papers": papers_rupiah,
        "journal": int(books.summary["journal_rupiah"]),
        "server": ledger["rupiah"],
    }
    if len(set(sums.values())) != 1:
        yield "rupiah: " + ", ".join(f"{name} {amount}" for name, amount in sums.items())
    counts = {
        "result": sum(1 for row in books.rows if row["kuitansi"]),
        "receipts": len(books.summary["receipts"]),
        "server": ledger["receipts"],
    }
    if len(set(counts.values())) != 1:
        yield "receipts: " + ", ".join(f"{name} {count}" for name, count in counts.items())
    if {row["kuitansi"] for row in books.rows if row["kuitansi"]} != set(books.receipts):
        yield "result and summary name different receipts"
    if books.summary["unsent"]:
        yield f"{books.summary['unsent']} actions were never sent"
