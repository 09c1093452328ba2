"""What of a receipt may be undone: all that is still there, or exactly the lines of one worker."""

from __future__ import annotations

import pytest

from sync.rules.undoing import LineKey, PaidLine, covered, rupiah_of

SITI_JAN = PaidLine(("siti", 0), "worker-siti", "2026-01", 16_800)
SITI_FEB = PaidLine(("siti", 1), "worker-siti", "2026-02", 16_800)
BUDI_JAN = PaidLine(("budi", 0), "worker-budi", "2026-01", 16_800, gone=True)
CREDIT = PaidLine(("siti", 2), None, "2026-01", -5_000)
RECEIPT = (SITI_JAN, SITI_FEB, BUDI_JAN, CREDIT)


def test_the_whole_receipt_is_what_has_not_gone_with_its_balance() -> None:
    whole = covered(RECEIPT)
    assert whole == (SITI_JAN, SITI_FEB, CREDIT)
    assert rupiah_of(whole) == 28_600


def test_one_worker_goes_with_all_lines_and_without_the_balance() -> None:
    assert covered(RECEIPT, [SITI_FEB.key, SITI_JAN.key]) == (SITI_JAN, SITI_FEB)


def test_a_worker_whose_lines_have_gone_leaves_nothing_to_undo() -> None:
    assert covered(RECEIPT, [BUDI_JAN.key]) == ()


@pytest.mark.parametrize(
    "named",
    [
        pytest.param([], id="nothing"),
        pytest.param([SITI_JAN.key], id="one month of two"),
        pytest.param([SITI_JAN.key, SITI_FEB.key, BUDI_JAN.key], id="two workers"),
        pytest.param([BUDI_JAN.key, ("other receipt", 0)], id="a line of another receipt"),
    ],
)
def test_what_is_not_exactly_one_worker_covers_nothing(named: list[LineKey]) -> None:
    assert covered(RECEIPT, named) is None
