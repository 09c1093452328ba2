"""The comparison of a day with its journal: what agrees and what does not, each at its moment."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from perisai_desktop.services.reference_files import load_reference
from perisai_desktop.tour.day.witness import NoAmount, Witness, amounts
from tests.support.day.judging import Judge
from tests.support.day.raw_books import Decided, RawBooks, Written

AT = datetime(2026, 11, 22, 2, tzinfo=UTC)
DAY = date(2026, 11, 22)


def written(step: int, kind: str, **body: object) -> Written:
    return Written(step, kind, f"e{step}", f"a{step}", "w", AT, 420, body)


@pytest.fixture
def books() -> RawBooks:
    """A receipt of 8,400 whose void is asked for, then approved."""
    line = {"worker_id": "w", "month": "2026-11", "amount": 8_400}
    return RawBooks(
        [
            written(1, "contribution", lines=[line]),
            written(2, "receipt", number="N", total=8_400, contributions=["e1"]),
            written(3, "void_request", receipt="e2", cash="no_cash"),
        ],
        [Decided(4, "e3", "approved", AT)],
    )


def judged(books: RawBooks, file: Path) -> bool:
    judging = Judge(books, DAY, load_reference())
    judging.screens(file)
    return judging.agreed


def test_each_reading_is_held_against_its_moment(books: RawBooks, tmp_path: Path) -> None:
    reached = 2
    witness = Witness(tmp_path / "sums.csv", lambda: reached)
    witness.hear("cash", "screen", "Rp8.400")
    reached = 3
    witness.hear("cash.voids", "screen", "Rp8.400 menunggu")
    reached = 4
    witness.hear("cash", "screen", "Rp0")
    witness.hear("cash.void", "screen", "-Rp8.400")
    assert judged(books, tmp_path / "sums.csv")
    witness.hear("cash", "screen", "Rp1")
    assert not judged(books, tmp_path / "sums.csv")


def test_a_ledger_of_the_branch_that_lacks_a_void_is_told(books: RawBooks) -> None:
    whole = {"receipts_rupiah": 8_400, "rupiah": 8_400}
    judging = Judge(books, DAY, load_reference())
    judging.server({**whole, "buckets": {"voided": 8_400}})
    assert judging.agreed
    judging.server({**whole, "buckets": {"accepted": 8_400}})
    assert not judging.agreed


def test_words_name_their_amounts(tmp_path: Path) -> None:
    assert amounts("+Rp16.800 dan -Rp500") == (16_800, -500)
    witness = Witness(tmp_path / "sums.csv", lambda: 1)
    with pytest.raises(NoAmount):
        witness.hear("cash", "screen", "–")
