"""The books are proved and handed out from the terminal: what it prints, writes and exits with."""

from __future__ import annotations

import csv
import json
import stat
from pathlib import Path

import pytest

from sync.protocol.encoding import to_base64url
from sync.server.auditor.ledger_export import COLUMNS
from sync.server.cli import main
from sync.server.state_folder import ServerState, write_state
from tests.support.proved_branch import ProvedBranch, prove_branch, tampered


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder with books in it."""
    made = tmp_path_factory.mktemp("state")
    prove_branch(f"sqlite:///{made / 'perisai-server.sqlite3'}", made)
    write_state(made, ServerState(practice=False, public_host=""))
    return made


def test_books_that_hold_are_said_to(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify-ledger", "--dir", str(folder)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("note   00001 01/26  entry_signed_with_hello: ")
    assert told[3:5] == ["5 receipts, 168000 rupiah", "30 ledger lines, 168000 rupiah"]
    assert told[-1] == "the books hold"


def test_books_that_do_not_hold_fail_as_json_too(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{folder / 'perisai-server.sqlite3'}"
    with_key = ("--dir", str(folder), "--json")
    changed = tampered(ProvedBranch(url, b"", ""), tmp_path, "DELETE FROM receipt WHERE counter = 3")
    assert main(["verify-ledger", *with_key, "--db", changed.url]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["holds"], told["faults"], told["receipts"]) == (False, 2, 4)
    fault, kept = (one for one in told["findings"] if one["fault"])
    assert kept["code"] == "kept_sum_differs"
    assert (fault["code"], fault["seq"], fault["data"]) == ("receipt_missing", 13, {"rupiah": 33_600})


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--server-key", "abc"), "The server's key is 43 characters"),
        (("--server-key", "!"), "The server's key is 43 characters"),
        ((), "There is no key in"),
        (("--server-key", to_base64url(b"k" * 32)), "There is no server in"),
        (("--server-key", to_base64url(b"k" * 32), "--db", "sqlite:////nowhere/x"), "cannot be read: unable"),
    ],
)
def test_what_cannot_be_proved_is_said_in_one_sentence(
    words: tuple[str, ...], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify-ledger", "--dir", str(tmp_path), *words]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert sentence in printed.err
    assert list(tmp_path.iterdir()) == []


def test_the_ledger_is_written_line_by_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("ledger.csv", "ledger.json"):
        out = tmp_path / name
        assert main(["ledger", "export", "--dir", str(folder), "--out", str(out)]) == 0
        assert capsys.readouterr().out == f"30 lines, 168000 rupiah: {out}\n"
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with (tmp_path / "ledger.csv").open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines))
    listed = json.loads((tmp_path / "ledger.json").read_text(encoding="utf-8"))
    assert tuple(listed[0]) == tuple(table[0]) == COLUMNS
    assert [row["amount"] for row in table] == [str(row["amount"]) for row in listed]
    assert {(row["bucket"], row["receipt_state"]) for row in listed} == {
        ("accepted", "issued"),
        ("refunded", "refunded"),
        ("voided", "voided"),
    }
    first = {name: listed[0][name] for name in ("agent", "epoch", "seq", "line", "issued_on", "genuine")}
    assert first == {
        "agent": "A-agent-1",
        "epoch": 1,
        "seq": 4,
        "line": 0,
        "issued_on": "2026-11-22",
        "genuine": True,
    }


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("ledger.xlsx", "has to end in .csv or .json"),
        ("taken.csv", "is there already; nothing was written"),
        ("nowhere/ledger.csv", "cannot be written: No such file"),
    ],
)
def test_no_file_is_overwritten(
    name: str, sentence: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken.csv").write_text("mine", encoding="utf-8")
    assert main(["ledger", "export", "--dir", str(folder), "--out", str(tmp_path / name)]) == 1
    assert sentence in capsys.readouterr().err
    assert (tmp_path / "taken.csv").read_text(encoding="utf-8") == "mine"
