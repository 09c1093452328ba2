"""The plan of kills: in turn, all of them, never before their moment, and the same for the same seed."""

from pathlib import Path

import pytest

from tests.support.kills import KillPlan


def _receipts(folder: Path, count: int) -> None:
    for number in range(count):
        (folder / f"{number:03d}.pdf").touch()


@pytest.fixture
def no_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Moments come as soon as the receipts are there."""
    monkeypatch.setattr("random.Random.uniform", lambda *_: 0.0)


@pytest.mark.usefixtures("no_delay")
def test_desktop_and_server_are_killed_in_turn(tmp_path: Path) -> None:
    _receipts(tmp_path, 50)
    plan = KillPlan(4, 7, 50)
    assert [plan.due(tmp_path) for _ in range(6)] == ["desktop", "server", "desktop", "server", None, None]
    assert plan.left == 0


@pytest.mark.usefixtures("no_delay")
def test_kills_wait_for_their_receipts(tmp_path: Path) -> None:
    seen = []
    plan = KillPlan(20, 7, 200)
    for number in range(200):
        (tmp_path / f"{number:03d}.pdf").touch()
        while plan.due(tmp_path):
            seen.append(number + 1)
    assert len(seen) == 20
    assert seen[-1] - seen[0] > 100


def test_no_kill_is_due_before_its_delay(tmp_path: Path) -> None:
    _receipts(tmp_path, 50)
    plan = KillPlan(1, 7, 50)
    assert plan.due(tmp_path) is None
    assert plan.left == 1
