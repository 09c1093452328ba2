"""The comparison of a tour's books: silent where all agrees, one sentence for each way they can differ."""

from dataclasses import replace
from typing import Any

import pytest

from sync.rules.receipt_number import ReceiptNumber
from tests.support.books import Books, number_faults, roster_faults, sum_faults

FIRST, SECOND, THIRD = (str(ReceiptNumber("0Q2FK", 1, counter)) for counter in (1, 2, 3))
ROSTER = (
    {"no": "1", "reaksi": "diterima", "jumlah": "16800"},
    {"no": "2", "reaksi": "ditolak:nik_length", "jumlah": ""},
    {"no": "3", "reaksi": "diterima", "jumlah": "8400"},
)
ROWS = (
    {"no": "1", "reaksi": "diterima", "jumlah": "16800", "kuitansi": FIRST, "putusan": "approved"},
    {"no": "2", "reaksi": "ditolak:nik_length", "jumlah": "", "kuitansi": "", "putusan": ""},
    {"no": "3", "reaksi": "diterima", "jumlah": "8400", "kuitansi": SECOND, "putusan": "refused"},
)
SUMMARY: dict[str, Any] = {
    "receipts": [
        {"number": FIRST, "on": "2026-11-22", "amount": 16800},
        {"number": SECOND, "on": "2026-11-22", "amount": 8400},
    ],
    "receipts_rupiah": 25200,
    "journal_rupiah": 25200,
    "unsent": 0,
}
BOOKS = Books(ROWS, SUMMARY)
LEDGER = {"lines": 4, "rupiah": 25200, "receipts": 2}


def test_books_that_agree_are_silent() -> None:
    assert list(roster_faults(ROSTER, ROWS)) == []
    assert list(sum_faults(BOOKS, LEDGER, 25200)) == []
    assert list(number_faults([SECOND, FIRST])) == []
    assert BOOKS.decisions == {"approved": 1, "refused": 1}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (ROWS[:2], ["3 rows in the roster, 2 in the result, 2 different", "row 3 has no result"]),
        (
            (*ROWS[:2], {**ROWS[2], "reaksi": "ditolak:too_old"}),
            ["row 3: reaksi is ditolak:too_old, not diterima"],
        ),
        ((*ROWS[:2], {**ROWS[2], "jumlah": "16800"}), ["row 3: jumlah is 16800, not 8400"]),
        ((*ROWS[:2], {**ROWS[2], "kuitansi": ""}), ["row 3: amount 8400, receipt none"]),
    ],
)
def test_a_row_that_led_elsewhere_is_told(rows: tuple[dict[str, str], ...], said: list[str]) -> None:
    assert list(roster_faults(ROSTER, rows)) == said


def test_a_roster_without_expectations_is_only_run() -> None:
    assert list(roster_faults([{"no": row["no"]} for row in ROSTER], ROWS)) == []


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([FIRST, THIRD], ["0Q2FK-01 lacks [2]"]),
        ([FIRST, FIRST, SECOND], ["3 receipts carry 2 numbers"]),
        ([SECOND], ["0Q2FK-01 lacks [1]"]),
    ],
)
def test_gaps_and_doubles_are_told(numbers: list[str], said: list[str]) -> None:
    assert list(number_faults(numbers)) == said


@pytest.mark.parametrize(
    ("books", "ledger", "papers", "said"),
    [
        (
            BOOKS,
            {**LEDGER, "rupiah": 25201},
            25200,
            "rupiah: result 25200, receipts 25200, papers 25200, journal 25200, server 25201",
        ),
        (
            BOOKS,
            LEDGER,
            16800,
            "rupiah: result 25200, receipts 25200, papers 16800, journal 25200, server 25200",
        ),
        (BOOKS, {**LEDGER, "receipts": 1}, 25200, "receipts: result 2, receipts 2, server 1"),
        (replace(BOOKS, summary={**SUMMARY, "unsent": 3}), LEDGER, 25200, "3 actions were never sent"),
    ],
)
def test_sums_that_differ_are_told(books: Books, ledger: dict[str, int], papers: int, said: str) -> None:
    assert list(sum_faults(books, ledger, papers)) == [said]
