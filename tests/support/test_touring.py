"""The tour from outside: what is killed or falls starts again, and the desktop's own word decides."""

import sys
from pathlib import Path

import pytest

from dev import SetUpError
from tests.support.driving import MOST_FALLS, drive
from tests.support.kills import KillPlan
from tests.support.practising import frozen
from tests.support.touring import ROSTER, options

# Writes one receipt a start, so that it has to be started as often as it must write; ends when all are there.
DESKTOP = """
import pathlib, sys, threading
folder = pathlib.Path(sys.argv[1])
there = len(list(folder.glob("*.pdf")))
(folder / f"{there}.pdf").touch()
if there + 1 < int(sys.argv[2]):
    threading.Event().wait(60)
sys.exit(int(sys.argv[3]))
"""


class Server:
    """A server that counts its starts; `falls` says how often it is found dead."""

    def __init__(self, falls: int = 0) -> None:
        self.starts, self.kills, self.falls = 0, 0, falls
        self.process = self

    def start(self) -> None:
        self.starts += 1

    def kill(self) -> None:
        self.kills += 1

    def wait(self) -> int:
        return -9

    def runs(self) -> bool:
        self.falls -= 1
        return self.falls < 0


def _desktop(folder: Path, receipts: int, code: int) -> list[str]:
    return [sys.executable, "-c", DESKTOP, str(folder), str(receipts), str(code)]


def test_desktop_and_server_start_again_after_each_kill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = iter([1, 2, 2])
    monkeypatch.setattr("random.Random.randint", lambda *_: next(marks))
    monkeypatch.setattr("random.Random.uniform", lambda *_: 0.0)
    server, plan = Server(), KillPlan(3, 1, 3)
    code = drive(server, _desktop(tmp_path, 3, 0), tmp_path, plan)  # type: ignore[arg-type]
    assert (code, plan.left) == (0, 0)
    assert (server.starts, server.kills) == (1, 1)
    assert len(list(tmp_path.glob("*.pdf"))) == 3


@pytest.mark.parametrize("code", [0, 1, 2])
def test_the_desktop_s_word_is_passed_on(tmp_path: Path, code: int) -> None:
    assert drive(Server(), _desktop(tmp_path, 1, code), tmp_path, KillPlan(0, 1, 0)) == code  # type: ignore[arg-type]


def test_a_server_that_keeps_falling_ends_the_tour(tmp_path: Path) -> None:
    server = Server(falls=MOST_FALLS + 1)
    with pytest.raises(SetUpError, match="ended by itself 6 times"):
        drive(server, _desktop(tmp_path, 9, 0), tmp_path, KillPlan(0, 1, 0))  # type: ignore[arg-type]
    assert server.starts == MOST_FALLS


def test_without_a_roster_the_market_s_own_day_is_toured() -> None:
    chosen = options([])
    assert (chosen.roster, chosen.today) == (ROSTER, "2026-11-22")
    assert options(["--roster", "other.csv"]).today is None


@pytest.mark.parametrize(("system", "end"), [("linux", ""), ("win32", ".exe")])
def test_frozen_programs_stand_in_for_the_source(
    system: str, end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", system)
    commands = frozen(tmp_path)
    assert commands.desktop == (str(tmp_path / "perisai" / f"perisai{end}"),)
    assert commands.server == (str(tmp_path / "perisai-server" / f"perisai-server{end}"),)
    assert options(["--frozen", "dist"]).frozen == Path("dist")
