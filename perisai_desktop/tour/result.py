"""What the tour leaves behind: `result.csv`, one row a worker, and `summary.json`, the sums that must agree everywhere."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from perisai_desktop.tour.roster import RosterRow

RESULT_COLUMNS = ("no", "reaksi", "catatan", "jumlah", "kuitansi", "putusan")


@dataclass(frozen=True, slots=True)
class RowResult:
    """Where one row led: first reaction, all codes, rupiah taken, receipt number and the branch's decision."""

    number: str
    reaction: str
    codes: tuple[str, ...]
    amount: int | None
    receipt: str
    decision: str

    def differs_from(self, row: RosterRow) -> bool:
        """Whether the row led somewhere else than its roster says; a roster without expectations never differs."""
        if row.expected_reaction is None:
            return False
        return self.reaction != row.expected_reaction or self.amount != row.expected_amount


@dataclass(frozen=True, slots=True)
class ReceiptTrace:
    """One receipt as the verifier needs it: number, local date (ISO), rupiah and the link that its QR carries."""

    number: str
    on: str
    amount: int
    link: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The tour's books: receipts issued, rupiah of the receipts and of the journal's contribution lines."""

    rows: int
    receipts: tuple[ReceiptTrace, ...]
    receipts_rupiah: int
    journal_rupiah: int
    unsent: int
    differing: tuple[str, ...]


def write_results(out: Path, results: Iterable[RowResult]) -> None:
    """Write OUT/result.csv anew, whole or not at all."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(RESULT_COLUMNS)
    for result in results:
        amount = "" if result.amount is None else str(result.amount)
        writer.writerow(
            (result.number, result.reaction, " ".join(result.codes), amount, result.receipt, result.decision)
        )
    _replace(out / "result.csv", text.getvalue())


def write_summary(out: Path, summary: Summary) -> None:
    """Write OUT/summary.json anew, whole or not at all."""
    _replace(out / "summary.json", json.dumps(asdict(summary), indent=1) + "\n")


def differing(rows: Sequence[RosterRow], results: Sequence[RowResult]) -> tuple[str, ...]:
    """The numbers of the rows that did not lead where their roster says."""
    return tuple(row.number for row, result in zip(rows, results, strict=True) if result.differs_from(row))


def _replace(path: Path, text: str) -> None:
    aside = path.with_suffix(path.suffix + ".new")
    with aside.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
