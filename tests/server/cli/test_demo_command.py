"""A small branch with every fraud planted: the server's lists show each case, and the books are the laptops' own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sync.server.cli import main
from sync.server.domain.checks.finding import Check
from sync.server.state_folder import ServerState, write_state

_SMALL = ("--agents", "5", "--days", "3", "--entries", "400", "--today", "2026-11-22")


def run(folder: Path, *more: str) -> int:
    return main(["demo-branch", "--dir", str(folder), *more])


def test_every_fraud_is_found_and_the_cash_is_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "demo"
    assert run(folder, *_SMALL, "--seed", "6") == 0
    told = capsys.readouterr().out
    counts = {
        name: tuple(map(int, numbers))
        for name, *numbers in re.findall(r"^([a-z_]+) +(\d+) +(\d+) +(\d+)  ", told, re.MULTILINE)
    }
    assert set(counts) == {check.value for check in Check}
    assert all(planted == found and planted for planted, found, _ in counts.values())
    assert sum(false for _, _, false in counts.values()) == 0
    same, lost, differing = re.findall(r"(\d+) (?:agents' days|differ)", told)
    assert (int(same) + int(lost), int(lost) > 0, differing) == (15, True, "0")
    assert run(folder, "--check") == 0
    assert capsys.readouterr().out == told[told.index("check  ") :]
    note = json.loads((folder / "planted.json").read_text(encoding="utf-8"))
    note["cases"].append({**note["cases"][0], "entries": ["somewhere else"]})
    note["books"]["L-0001"]["2026-11-22"] += 1
    (folder / "planted.json").write_text(json.dumps(note), encoding="utf-8")
    assert run(folder, "--check") == 1
    assert "1 differ otherwise" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--check",), "Nothing was planted"),
        (("--agents", "1"), "A branch needs two agents"),
    ],
)
def test_what_cannot_be_filled_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], sentence: str
) -> None:
    assert run(tmp_path / "demo", *more) == 1
    assert sentence in capsys.readouterr().err


def test_a_folder_with_something_in_it_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for practice, sentence in ((False, "belongs to a real server"), (True, "is filled already")):
        write_state(tmp_path, ServerState(practice, "latihan.invalid"))
        assert run(tmp_path) == 1
        assert sentence in capsys.readouterr().err
