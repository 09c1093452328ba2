"""The day as a table, out of the journal: each deed with its time, receipt and rupiah."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

from tests.support.day.raw_books import RawBooks, Written

COLUMNS = ("jam", "kegiatan", "kuitansi", "rupiah")
DEEDS = {
    "deposit": "setoran",
    "refund": "uang dikembalikan",
    "cash_adjustment": "uang kas awal",
    "closing": "tutup kas",
    "correction": "perbaikan",
    "void_request": "permintaan batal",
}


def write_diary(file: Path, books: RawBooks, day: date) -> None:
    """Write a line for each action of a local date; amounts that leave the till are below 0."""
    actions: dict[str, list[Written]] = {}
    for entry in books.entries:
        if entry.on == day:
            actions.setdefault(entry.action_id, []).append(entry)
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(COLUMNS)
        for entries in actions.values():
            at = entries[0].at + timedelta(minutes=entries[0].offset)
            writer.writerow((f"{at:%H:%M:%S}", *_deed(entries, books)))


def _deed(entries: list[Written], books: RawBooks) -> tuple[str, str, str]:
    """What was done, the receipt it is of, and its rupiah."""
    receipt = next((entry for entry in entries if entry.kind == "receipt"), None)
    if receipt is not None:
        enrolled = sum(entry.kind == "enrolment" for entry in entries)
        many = receipt.body["workers"] > 1
        deed = "kelompok" if enrolled > 1 else "pendaftaran" if enrolled else "perpanjangan"
        deed = "perpanjangan kelompok" if many and not enrolled else deed
        return deed, receipt.body["number"], str(receipt.body["total"])
    entry = entries[0]
    body = entry.body
    deed = DEEDS.get(entry.kind, entry.kind)
    of = body.get("receipt")
    number = books.receipts[of].body["number"] if of in books.receipts else ""
    if entry.kind == "void_request":
        return deed, number, str(-books.rupiah(books.named(body)))
    if entry.kind in ("deposit", "refund"):
        return deed, number, str(-body["amount"])
    amount = body.get("amount", body.get("counted", ""))
    return deed, number, str(amount)
