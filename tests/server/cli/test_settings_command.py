"""At the terminal a branch's settings are printed, checked and published from a file."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sync.server.cli import main
from sync.server.clock import western_day
from sync.server.composition import open_server
from sync.server.settings import ServerSettings


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A server with one branch."""
    state = tmp_path / "state"
    main(["init", "--dir", str(state)])
    server = open_server(ServerSettings(directory=state))
    server.organising.add_branch("Cabang Contoh", "021-1", "", "terminal")
    server.close()
    capsys.readouterr()
    return state


def test_a_file_is_checked_and_published(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    of_branch = ["--branch", "Cabang Contoh", "--dir", str(folder)]
    assert main(["settings", "show", *of_branch]) == 0
    documents = json.loads(capsys.readouterr().out)
    assert documents["settings.json"]["hotline"] == "021-1"

    file = tmp_path / "settings.json"
    documents["settings.json"]["undeposited_red_days"] = 90
    file.write_text(json.dumps(documents), encoding="utf-8")
    for verb in ("check", "publish"):
        assert main(["settings", verb, str(file), *of_branch]) == 1
        told = capsys.readouterr().out
        assert told == "fault   settings.json undeposited_red_days: limit_out_of_range (1 to 30)\n"

    documents["settings.json"]["undeposited_red_days"] = 5
    file.write_text(json.dumps(documents), encoding="utf-8")
    tomorrow = western_day(datetime.now(UTC)) + timedelta(days=1)
    later = ["--from", tomorrow.isoformat()]
    assert main(["settings", "check", str(file), *of_branch, *later]) == 0
    seen = capsys.readouterr().out
    assert "change  setting undeposited_red_days: 3 -> 5\n" in seen
    assert "price " in seen
    assert main(["settings", "publish", str(file), *of_branch, *later]) == 0
    assert f"in force from {tomorrow}." in capsys.readouterr().out
    assert main(["settings", "publish", str(file), *of_branch, *later]) == 1
    assert "nothing to publish" in capsys.readouterr().err
    documents["settings.json"]["hotline"] = "021-2"
    file.write_text(json.dumps(documents), encoding="utf-8")
    assert main(["settings", "check", str(file), *of_branch]) == 0
    assert "overtakes 001." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "cannot be read"),
        ("[", "cannot be read"),
        ("[]", "does not hold"),
        ('{"a": 1}', "does not hold"),
    ],
)
def test_a_file_that_is_none(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None, words: str
) -> None:
    file = tmp_path / "settings.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    assert main(["settings", "check", str(file), "--branch", "001", "--dir", str(folder)]) == 1
    assert words in capsys.readouterr().err
