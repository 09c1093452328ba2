"""A roster that cannot be walked through is one clear sentence and exit code 2, and nothing is begun."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from perisai_desktop.tour import command
from perisai_desktop.tour.roster import REQUIRED_COLUMNS
from tests.support import touring
from tests.support.postgres import passable_folder
from tests.support.rosters import market_rows

HEAD = ",".join(REQUIRED_COLUMNS)
ROW = ",".join(market_rows()[0][column] for column in REQUIRED_COLUMNS)
WHOLE = f"{HEAD}\n{ROW}\n"

UNUSABLE = {
    "missing column": (WHOLE.replace("penghasilan", "gaji").encode(), "penghasilan"),
    "latin-1": (WHOLE.replace("Ma'rifah", "Ma\u00e9rifah").encode("latin-1"), "UTF-8"),
    "utf-16": (WHOLE.encode("utf-16"), "UTF-8"),
    "no rows": (f"{HEAD}\n".encode(), "satu orang pun"),
    "blank rows": (f"{HEAD}\n{',' * HEAD.count(',')}\n\n".encode(), "satu orang pun"),
    "empty": (b"", "no"),
    "a row too short": (f"{WHOLE}2,3514064810930004\n".encode(), "2"),
    "a number twice": (f"{WHOLE}{ROW}\n".encode(), "1"),
    "an open quote": (f'{HEAD}\n1,"{ROW[2:]}\n'.encode(), "tidak utuh"),
    "a spreadsheet": (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xb5\xe4", "UTF-8"),
}


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    words = ("url", "code", "agent_password", "reviewer", "reviewer_password")
    file = tmp_path / "practice.json"
    file.write_text(json.dumps(dict.fromkeys(words, "http://127.0.0.1:9")), encoding="utf-8")
    return file


def begun(roster: Path, practice: Path, out: Path) -> int:
    return command.main(["--roster", str(roster), "--practice", str(practice), "--out", str(out)])


@pytest.mark.parametrize("what", UNUSABLE)
def test_one_sentence(what: str, tmp_path: Path, practice: Path, capfd: pytest.CaptureFixture[str]) -> None:
    content, names = UNUSABLE[what]
    roster = tmp_path / "pasar.csv"
    roster.write_bytes(content)
    assert begun(roster, practice, tmp_path / "out") == 2
    told = capfd.readouterr()
    assert told.out == ""
    (sentence,) = told.err.splitlines()
    assert sentence.startswith("perisai tour: ")
    assert sentence.endswith(".")
    assert names in sentence
    assert "Traceback" not in sentence
    assert not (tmp_path / "out").exists()


def test_a_roster_that_is_not_there(
    tmp_path: Path, practice: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert begun(tmp_path / "lupa.csv", practice, tmp_path / "out") == 2
    (sentence,) = capfd.readouterr().err.splitlines()
    assert "lupa.csv" in sentence


def test_a_practice_file_that_is_none(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    roster = tmp_path / "pasar.csv"
    roster.write_text(WHOLE, encoding="utf-8")
    (tmp_path / "catatan.json").write_text("[]", encoding="utf-8")
    assert begun(roster, tmp_path / "catatan.json", tmp_path / "out") == 2
    (sentence,) = capfd.readouterr().err.splitlines()
    assert "catatan.json" in sentence


def test_the_command_of_the_readme_passes_it_on(capfd: pytest.CaptureFixture[str]) -> None:
    with passable_folder() as out:
        roster = out / "pasar.csv"
        roster.write_bytes(UNUSABLE["latin-1"][0])
        options = ["--roster", str(roster), "--out", str(out), "--kills", "2"]
        assert touring.main(options) == 2
        told = capfd.readouterr()
        (sentence,) = [line for line in told.err.splitlines() if "perisai tour" in line]
        assert "UTF-8" in sentence
        assert "Traceback" not in told.err + told.out
        assert "reading the papers back" not in told.out
        assert not (out / "receipts").exists()
        assert not (out / "profile").exists()
