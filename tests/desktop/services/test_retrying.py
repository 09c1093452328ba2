"""Laptops that lost the branch at the same moment do not come back at the same moment."""

from perisai_desktop.services.retrying import pause_after


def test_pauses_grow_within_their_reach_and_are_not_alike() -> None:
    assert pause_after(0) == 0.0
    pauses = [pause_after(12) for _ in range(20)]
    assert all(5.0 <= pause <= 900.0 for pause in pauses)
    assert len(set(pauses)) > 1
