"""The command line makes a server, fills it and says in one sentence what cannot be done."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import stat
from pathlib import Path

import pytest

from sync.protocol.epoch_grant import grant_holds
from sync.server.cli import main
from sync.server.composition import open_server
from sync.server.settings import ServerSettings
from sync.server.storage.records import Device, DeviceEpoch
from tests.support.field_laptop import NINE
from tests.support.reference_data import REFERENCE_FOLDER


class Terminal:
    """The command line in this process, with what it printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *words: str) -> tuple[int, str, str]:
        code = main([*words, "--dir", str(self.folder)])
        printed = self._capsys.readouterr()
        return code, printed.out, printed.err


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path / "state", capsys)


def test_from_nothing_to_a_code_for_a_device(terminal: Terminal) -> None:
    assert terminal("init", "--host", "cek.contoh.id")[0] == 0
    assert terminal("branch", "add", "Cabang Contoh", "--hotline", "021-555")[1].startswith("branch 001")
    assert terminal("office", "add", "Kantor Contoh", "--branch", "Cabang Contoh")[0] == 0
    assert terminal("agent", "add", "Agen Contoh", "--number", "A-1", "--office", "Kantor Contoh")[0] == 0
    assert terminal("branch", "second-person", "001", "--above", "2500000")[1] == (
        "two people undo money of Cabang Contoh, and approve more than Rp2,500,000\n"
    )
    assert (
        terminal("branch", "second-person", "001", "--off")[1]
        == "one person decides alone in Cabang Contoh\n"
    )
    code, out, _ = terminal("reviewer", "add", "penyelia", "--branch", "001")
    assert code == 0
    assert re.search(r"shown once\): ([a-z2-9]{5}-){2}[a-z2-9]{5}\n", out)
    code, again, _ = terminal("reviewer", "password", "penyelia")
    assert code == 0
    assert again != out
    code, out, _ = terminal("device", "code", "--agent", "A-1")
    assert code == 0
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}\n", out)
    code, out, _ = terminal("ledger")
    told = json.loads(out)
    assert (code, told["lines"], told["rupiah"], told["receipts"]) == (0, 0, 0, 0)


def test_a_password_of_the_terminal_only_serves_to_choose_another(terminal: Terminal) -> None:
    terminal("init")
    terminal("branch", "add", "Cabang Contoh")
    for asked in (("reviewer", "add", "penyelia", "--branch", "001"), ("reviewer", "password", "penyelia")):
        password = terminal(*asked)[1].split("shown once): ")[1].splitlines()[0]
        server = open_server(ServerSettings(directory=terminal.folder))
        person = server.accounts.sign_in("penyelia", password)[1]
        assert person.must_change
        server.accounts.change_password(person, password, "sandi-pilihan-sendiri")
        assert not server.accounts.sign_in("penyelia", "sandi-pilihan-sendiri")[1].must_change
        server.close()


def test_the_code_of_an_epoch_is_printed_to_be_read_out(terminal: Terminal) -> None:
    terminal("init")
    server = open_server(ServerSettings(directory=terminal.folder))
    branch = server.organising.add_branch("Cabang Contoh", "", "", "terminal")
    server.organising.add_office("Kantor", branch.code, "terminal")
    agent = server.organising.add_agent("Agen Contoh", "A-1", "Kantor", "terminal")
    with server.store.transaction() as tx:
        tx.devices.add_device(Device("7Q2FK", agent.agent_id, b"k" * 32, False, b"w", b"s" * 32, NINE, NINE))
        tx.devices.put_epochs([DeviceEpoch("7Q2FK", 1, "a" * 64, NINE, "a" * 64)])
    server.close()
    asked = ("epoch", "code", "--device", "7Q2FK-01", "--challenge", "k7m 2qx")
    code, out, err = terminal(*asked)
    told = re.fullmatch(r"(\S{4}-\S{4}-\S{4})  \(Agen Contoh, receipts 7Q2FK-02-\.\.\.\)\n", out)
    assert (code, err) == (0, "")
    assert told is not None, out
    assert grant_holds(b"s" * 32, "7Q2FK", 2, "K7M2QX", told[1].replace("-", ""))
    assert terminal(*asked)[1] == out
    ahead = ("epoch", "code", "--device", "7Q2FK-07", "--challenge", "abc def")
    assert "let the agent read its code once more" in terminal(*ahead)[2]
    assert "7Q2FK-08-" in terminal(*ahead, "--set-back")[1]


def test_the_state_folder_and_its_keys_are_the_owners_alone(terminal: Terminal) -> None:
    terminal("init")
    assert stat.S_IMODE(terminal.folder.stat().st_mode) == 0o700
    for path in terminal.folder.iterdir():
        if not path.name.endswith(("-wal", "-shm")):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_init_again_keeps_the_key(terminal: Terminal) -> None:
    first = terminal("init")[1]
    assert "fingerprint" in first
    assert terminal("init")[1] == first


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("serve", "--host", "0.0.0.0"), "plain http is refused"),
        (("office", "add", "Kantor", "--branch", "tidak-ada"), "no branch"),
        (("agent", "add", "Agen", "--number", "A-1", "--office", "tidak-ada"), "no office"),
        (("device", "code", "--agent", "A-404"), "no agent"),
        (("epoch", "code", "--device", "7Q2FK-03", "--challenge", "K7M2QX"), "no device"),
        (("epoch", "code", "--device", "7Q2FK", "--challenge", "K7"), "six characters"),
        (("reviewer", "password", "x"), "no account"),
        (("reviewer", "add", "penyelia", "--branch", "tidak-ada"), "no branch"),
        (("practice",), "real server"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    terminal: Terminal, words: tuple[str, ...], sentence: str
) -> None:
    terminal("init")
    code, out, err = terminal(*words)
    assert (code, out) == (1, "")
    assert sentence in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


@pytest.mark.parametrize("verb", [("serve",), ("ledger",), ("device", "code", "--agent", "A-1")])
def test_without_init_there_is_nothing_to_serve(terminal: Terminal, verb: tuple[str, ...]) -> None:
    code, _, err = terminal(*verb)
    assert code == 1
    assert "run init first" in err
    assert not terminal.folder.exists()


def test_a_password_is_no_argument(terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        terminal("reviewer", "add", "penyelia", "--branch", "001", "--password", "sandi-contoh")
    assert "unrecognized arguments" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("reviewer", "add", "pe nyelia", "--branch", "001"), "a login has 3 to 60"),
        (("reviewer", "add", "penyelia", "--branch", "001", "--name", "R\u0430tna"), "Latin letters"),
        (("agent", "add", "Nining\u200b", "--number", "A-1", "--office", "Kantor"), "Latin letters"),
    ],
)
def test_who_could_not_sign_in_or_looks_like_another_is_not_added(
    terminal: Terminal, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(SystemExit):
        terminal(*words)
    assert sentence in capsys.readouterr().err


def test_a_database_of_a_newer_program_is_left_alone(terminal: Terminal) -> None:
    terminal("init")
    with sqlite3.connect(terminal.folder / "perisai-server.sqlite3") as database:
        database.execute("UPDATE alembic_version SET version_num = 'from_the_future'")
    database.close()
    code, _, err = terminal("ledger")
    assert code == 1
    assert "newer version" in err


def test_reference_data_is_built_from_its_sources_with_the_same_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built = tmp_path / "reference"
    sources = REFERENCE_FOLDER / "sources"
    assert main(["reference", "build", "--sources", str(sources), "--out", str(built)]) == 0
    assert "reference data" in capsys.readouterr().out
    assert (built / "manifest.json").read_bytes() == (REFERENCE_FOLDER / "manifest.json").read_bytes()
    assert main(["reference", "build", "--sources", str(tmp_path), "--out", str(built)]) == 1
    assert "cannot be used" in capsys.readouterr().err


def test_a_built_reference_replaces_the_one_of_the_program(terminal: Terminal) -> None:
    own = terminal.folder / "reference"
    shutil.copytree(REFERENCE_FOLDER, own, ignore=shutil.ignore_patterns("sources"))
    assert terminal("init")[0] == 0
    (own / "reasons.json").write_bytes(b"{}")
    code, _, err = terminal("init")
    assert code == 1
    assert "reference data" in err
