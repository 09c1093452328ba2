"""Backup, restore and doctor from the terminal: what a person reads, and the exit code."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sync.server.backups.last_copy import note_copy
from sync.server.cli import main
from sync.server.doctor.examined import Light
from sync.server.doctor.keeping import examine_backup, examine_certificate
from sync.server.doctor.store import examine_store
from sync.server.settings import ServerSettings
from tests.support.certificates import loopback_certificate

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


@pytest.fixture
def state(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A server that was just made."""
    folder = tmp_path / "state"
    assert main(["init", "--dir", str(folder)]) == 0
    capsys.readouterr()
    return folder


def _lights(state: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, str]]:
    code = main(["doctor", "--dir", str(state), "--json", *words])
    return code, {one["name"]: one["light"] for one in json.loads(capsys.readouterr().out)}


def test_a_server_is_copied_examined_and_made_again(
    state: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lights = _lights(state, capsys)
    assert (code, lights.pop("backup")) == (1, "red")
    assert set(lights.values()) - {"amber"} == {"green"}
    copies, keys = tmp_path / "copies", tmp_path / "keys"
    assert main(["backup", str(copies), "--dir", str(state), "--keys", str(keys)]) == 0
    told = capsys.readouterr().out
    assert re.search(r"^database: SQLite's own backup of the file; 0 entries, 0 receipts$", told, re.M)
    (copy,) = copies.iterdir()
    assert f"keys: {keys / copy.name};" in told
    assert _lights(state, capsys)[0] == 0
    fresh = tmp_path / "fresh"
    words = ("restore", str(copy), "--dir", str(fresh))
    assert main([*words]) == 1
    assert "keys are missing" in capsys.readouterr().err
    assert main([*words, "--keys", str(keys / copy.name)]) == 0
    assert "each laptop sees how far the server reaches and sends again" in capsys.readouterr().out
    assert main(["ledger", "--dir", str(fresh)]) == 0
    assert (fresh / "signing.key").read_bytes() == (state / "signing.key").read_bytes()


def test_what_goes_wrong_quietly_is_seen(
    state: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _lights(tmp_path / "nowhere", capsys) == (1, {"settings": "red", "certificate": "green"})
    note_copy(state, "2026-11-22T02:00:00.000Z", tmp_path)
    (state / "recovery.key").unlink()
    state.chmod(0o755)
    _, lights = _lights(state, capsys, "--cert", str(tmp_path / "none.pem"))
    assert {name for name, light in lights.items() if light == "red"} >= {"rights", "keys", "certificate"}
    (state / "recovery.key").write_bytes(b"short")
    (state / "recovery.key").chmod(0o600)
    (state / "perisai-server.sqlite3").unlink()
    main(["doctor", "--dir", str(state)])
    told = capsys.readouterr().out.splitlines()
    assert "red    keys: key file damaged. Put back signing.key" in "\n".join(told)
    assert "amber  database: its schema is missing. Start the server: it brings the schema up to date" in told


def test_a_database_that_does_not_answer_is_red() -> None:
    url = "postgresql+psycopg://nobody@127.0.0.1:1/nothing"
    (found,) = examine_store(ServerSettings(Path("unused"), url), NOW)
    assert (found.name, found.light) == ("database", Light.RED)


def test_a_clock_behind_the_trail_is_red(state: Path) -> None:
    main(["branch", "add", "Cabang", "--dir", str(state)])
    lights = {one.name: one.light for one in examine_store(ServerSettings(state), NOW - timedelta(days=9999))}
    assert lights["clock"] is Light.RED


def test_a_recovery_key_that_laptops_do_not_know_is_red(state: Path) -> None:
    main(["branch", "add", "Cabang", "--dir", str(state)])

    def light() -> Light:
        return {one.name: one.light for one in examine_store(ServerSettings(state), NOW)}["recovery"]

    assert light() is Light.GREEN
    for content in (b"r" * 32, b"short"):
        (state / "recovery.key").write_bytes(content)
        assert light() is Light.RED
    (state / "recovery.key").unlink()
    assert light() is Light.RED
    assert not (state / "recovery.key").exists()


@pytest.mark.parametrize(
    ("age", "light"),
    [(timedelta(hours=25), Light.GREEN), (timedelta(hours=27), Light.AMBER), (timedelta(days=8), Light.RED)],
)
def test_a_backup_gets_old(age: timedelta, light: Light, tmp_path: Path) -> None:
    note_copy(tmp_path, (NOW - age).isoformat(), tmp_path)
    assert examine_backup(tmp_path, NOW).light is light


@pytest.mark.parametrize(
    ("days", "light"), [(-40, Light.GREEN), (-20, Light.AMBER), (0, Light.RED), (3, Light.RED)]
)
def test_a_certificate_lapses(days: int, light: Light, tmp_path: Path) -> None:
    chain, _ = loopback_certificate(tmp_path)
    assert examine_certificate(chain, datetime.now(UTC) + timedelta(days=days)).light is light
