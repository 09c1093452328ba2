"""What the system says of a connection that costs money, and that it is asked once a minute only."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from perisai_desktop.background.connection_cost import ASKED_EVERY, SystemCost, ask_system


@pytest.mark.parametrize(
    ("platform", "said", "metered"),
    [
        ("linux", "u 1", True),
        ("linux", "u 2", False),
        ("linux", "u 3", True),
        ("linux", "u 4", False),
        ("linux", "u 0", None),
        ("linux", "", None),
        ("win32", "Unrestricted", False),
        ("win32", "Fixed", True),
        ("win32", "Variable", True),
        ("win32", "Unknown", None),
    ],
)
def test_what_each_system_says(platform: str, said: str, metered: bool | None) -> None:
    asked: list[Sequence[str]] = []

    def ask(command: Sequence[str]) -> str:
        asked.append(command)
        return said

    assert SystemCost(ask, platform).metered() is metered
    assert asked[0][0].endswith("powershell.exe" if platform == "win32" else "busctl")


def test_an_answer_holds_for_a_minute() -> None:
    answers, now = ["u 1", "u 2"], [0.0]
    cost = SystemCost(lambda _command: answers.pop(0), "linux", lambda: now[0])
    assert cost.metered() is True
    now[0] = ASKED_EVERY - 1
    assert cost.metered() is True
    now[0] = ASKED_EVERY
    assert cost.metered() is False


def test_a_system_that_says_nothing_is_nobody_who_knows() -> None:
    assert ask_system([sys.executable, "-c", "print(' u 1 ')"]) == "u 1"
    assert ask_system([sys.executable, "-c", "print('u 1'); raise SystemExit(1)"]) == ""
    assert ask_system(["/there/is/no/such/program"]) == ""
