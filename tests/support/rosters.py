"""Small rosters cut from the market's own, in its order: every reaction once, or receipts only."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

ROSTER = Path(__file__).resolve().parent.parent / "data" / "roster_market.csv"
ALREADY_HERE = "ditolak:nik_already_here"

Row = dict[str, str]


def market_rows() -> list[Row]:
    """The market's 240 rows by column."""
    with ROSTER.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def every_reaction() -> list[Row]:
    """The first row of each reaction, and the earlier row that a repeated NIK repeats."""
    rows = market_rows()
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row["reaksi"], row)
    chosen = list(first.values())
    again = first[ALREADY_HERE]
    chosen += [row for row in rows if row["nik"] == again["nik"] and row is not again][:1]
    return sorted(chosen, key=rows.index)


def payable(count: int) -> list[Row]:
    """The first `count` rows that lead to a receipt."""
    return [row for row in market_rows() if row["jumlah"]][:count]


def write_roster(path: Path, rows: Sequence[Row]) -> Path:
    """The rows as a CSV file, UTF-8."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path
