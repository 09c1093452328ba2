"""What is reckoned from two records that stand side by side."""

from __future__ import annotations

from dataclasses import replace

from tests.support.fake_comparisons import pair
from tests.support.fake_reviewing import record

MINE, OTHER, THIRD = record(1, "Siti"), record(2, "Sitti"), record(3, "Siti A.")


def test_the_next_record_follows_and_a_branch_elsewhere_is_left_out() -> None:
    seen = pair(MINE, OTHER, THIRD)
    assert seen.readable == (OTHER.entry_id, THIRD.entry_id)
    assert seen.following() == THIRD.entry_id
    assert replace(seen, other=replace(seen.mine, record=THIRD)).following() == OTHER.entry_id
    assert pair(MINE, OTHER).following() is None
    assert pair(MINE).following() is None


def test_a_pair_is_known_by_the_record_in_sight_and_a_side_by_what_it_paid() -> None:
    seen = pair(MINE, OTHER)
    assert seen.match == seen.matches[0]
    assert pair(MINE).match is None
    assert seen.mine.rupiah == 3 * MINE.rupiah
