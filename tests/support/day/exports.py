"""Reads the sums of a report that was saved for Excel."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook

SUM, AFTER = "Jumlah", "Kas di tangan pada akhir periode"


@dataclass(frozen=True, slots=True)
class Export:
    """Rupiah of the line of sums by its column, of the cash at the end, and of all single payments."""

    whole: dict[str, int]
    after: int
    payments: int


def read_export(path: Path) -> Export:
    """The workbook's own figures; KeyError where a line is missing."""
    book = load_workbook(io.BytesIO(path.read_bytes()), read_only=True)
    rows = {row[0]: row for row in book["Ringkasan"].iter_rows(values_only=True) if row and row[0]}
    whole = dict(zip(("received", "given_back", "kept"), map(_int, rows[SUM][3:6]), strict=True))
    heads, *payments = book["Pembayaran"].iter_rows(values_only=True)
    column = heads.index(SUM)
    return Export(whole, _int(rows[AFTER][3]), sum(_int(row[column]) for row in payments))


def _int(value: object) -> int:
    assert isinstance(value, int | float)
    return int(value)
