"""Whose approval a wipe still wants, what is missing of a laptop, and how much of the clock is left."""

from __future__ import annotations

from datetime import timedelta

import pytest

from perisai_desktop.domain.branch_agent import LaptopState
from perisai_desktop.domain.lost_laptop import hours_left
from tests.support.fake_agents import AT, held, standing


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({}, False),
        ({"wipe_asked_at": AT}, True),
        ({"wipe_asked_at": AT, "state": LaptopState.WIPED}, False),
        ({"wipe_asked_at": AT, "approved_by": ("Ratna",)}, True),
        ({"wipe_asked_at": AT, "approved_by": ("Ratna",), "approved_by_me": True}, False),
        ({"wipe_asked_at": AT, "approved_by": ("Ratna", "Budi")}, False),
    ],
)
def test_an_approval_is_wanted_until_two_people_gave_theirs(fields: dict[str, object], wanted: bool) -> None:
    assert standing(**fields).approvable is wanted


def test_what_is_missing_and_what_time_is_left() -> None:
    assert held().missing == 4
    assert hours_left(AT + timedelta(hours=2, minutes=59), AT) == 2
    assert hours_left(AT, AT + timedelta(hours=3)) == -3
