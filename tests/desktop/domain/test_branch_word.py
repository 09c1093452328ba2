"""What the branch said of this laptop bars captures or all writing, and never more than it has to."""

from datetime import date

import pytest

from perisai_desktop.domain.branch_word import (
    BranchWord,
    bar_on_captures,
    bar_on_writing,
    older,
    standing_apart,
)
from perisai_desktop.domain.failure import Failure, FailureCode

DAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("version", "minimum", "found"),
    [("1.9.0", "1.10.0", True), ("1.10.0", "1.9.0", False), ("1.9.0", "1.9.0", False), ("0.1.0", "", False)],
)
def test_versions_are_compared_by_their_numbers(version: str, minimum: str, found: bool) -> None:
    assert older(version, minimum) is found


@pytest.mark.parametrize(
    ("word", "today", "bar"),
    [
        (BranchWord(), DAY, None),
        (BranchWord(state="paused"), DAY, None),
        (BranchWord(state="revoked_drain"), DAY, Failure(FailureCode.DEVICE_REVOKED)),
        (BranchWord(minimum_program="2.0.0"), DAY, None),
        (BranchWord(minimum_program="2.0.0", minimum_on=DAY), date(2026, 11, 30), None),
        (
            BranchWord(minimum_program="2.0.0", minimum_on=DAY),
            DAY,
            Failure(FailureCode.PROGRAM_TOO_OLD, minimum="2.0.0"),
        ),
        (BranchWord(minimum_program="1.0.0", minimum_on=DAY), DAY, None),
    ],
)
def test_captures_are_barred_from_the_day_on(word: BranchWord, today: date, bar: Failure | None) -> None:
    assert bar_on_captures(word, "1.0.0", today) == bar


def test_all_writing_is_barred_once_the_laptop_is_to_be_wiped() -> None:
    assert bar_on_writing(BranchWord(state="revoked_drain")) is None
    leaving = BranchWord(wipe_asked_at="2026-11-22T02:00:00.000Z")
    assert bar_on_writing(leaving) == Failure(FailureCode.DEVICE_LEAVING)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        (BranchWord(), None),
        (BranchWord(minimum_program="2.0.0", minimum_on=DAY), None),
        (BranchWord(state="paused"), FailureCode.DEVICE_PAUSED),
        (BranchWord(state="revoked_drain"), FailureCode.DEVICE_REVOKED),
        (
            BranchWord(state="revoked_drain", wipe_asked_at="2026-11-22T02:00:00.000Z"),
            FailureCode.DEVICE_LEAVING,
        ),
    ],
)
def test_what_sets_a_laptop_apart_is_one_thing_the_gravest(
    word: BranchWord, code: FailureCode | None
) -> None:
    assert standing_apart(word) == (None if code is None else Failure(code))
