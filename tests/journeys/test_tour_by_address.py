"""A tour at a practice server that is known by its address alone; a real server is left in peace."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from perisai_desktop.config.practice import Practice
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services import practice_server
from perisai_desktop.tour import command
from perisai_desktop.tour.server import KEPT, RealServer, practice_at
from sync.client.replies import Slower
from tests.support.centres import running_centre
from tests.support.programs import running_program, signed_in
from tests.support.rosters import market_rows

ROSTER = (
    ",".join(market_rows()[0]) + "\n" + ",".join(f'"{value}"' for value in market_rows()[0].values()) + "\n"
)


@pytest.fixture
def password(tmp_path: Path) -> Path:
    file = tmp_path / "password"
    file.write_text("rahasia-penyelia\nanother line\n", encoding="utf-8")
    return file


def test_the_agent_enters_by_the_address_and_enters_again(tmp_path: Path, password: Path) -> None:
    with running_centre(tmp_path / "server") as centre:
        practice = practice_at(centre.url, centre.new_code(), "penyelia", password, tmp_path / "out")
        assert (practice.reviewer, practice.reviewer_password) == ("penyelia", "rahasia-penyelia")
        kept = tmp_path / "out" / KEPT
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        with running_program(tmp_path, practice) as program:
            assert signed_in(program).desk.identity.practice
        again = practice_at(centre.url, "used up", "penyelia", password, tmp_path / "out")
        assert again.agent_password == practice.agent_password
        assert isinstance(again, Practice)


def test_a_real_server_is_refused_before_anything_is_written(
    tmp_path: Path, password: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("perisai_desktop.tour.server.is_practice", lambda url: False)
    with pytest.raises(RealServer):
        practice_at("http://127.0.0.1:9", "CODE", "penyelia", password, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_server_that_is_not_there_or_busy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Failure) as down:
        practice_server.is_practice("http://127.0.0.1:9")
    assert down.value.code is FailureCode.NO_NETWORK
    monkeypatch.setattr("sync.client.joining.Joining.identity", lambda _: Slower(7))
    with pytest.raises(Failure) as busy:
        practice_server.is_practice("http://127.0.0.1:9")
    assert busy.value == Failure(FailureCode.ASK_LATER, seconds=7)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--server", "http://127.0.0.1:9"], "--server perlu --code"),
        (["--server", "http://127.0.0.1:9", "--code", "C", "--reviewer", "p"], "--reviewer-password-file"),
        (
            [
                "--server",
                "http://127.0.0.1:9",
                "--code",
                "C",
                "--reviewer",
                "p",
                "--reviewer-password-file",
                "none",
            ],
            "none tidak bisa dibaca",
        ),
        (
            [
                "--server",
                "http://127.0.0.1:9",
                "--code",
                "C",
                "--reviewer",
                "p",
                "--reviewer-password-file",
                "password",
            ],
            "no_network",
        ),
        (
            [
                "--server",
                "http://example.org",
                "--code",
                "C",
                "--reviewer",
                "p",
                "--reviewer-password-file",
                "password",
            ],
            "server_insecure",
        ),
    ],
)
def test_one_sentence_where_it_cannot_begin(
    given: list[str],
    said: str,
    tmp_path: Path,
    password: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    assert command.main(["--roster", "roster.csv", "--out", "out", *given]) == 2
    (sentence,) = capfd.readouterr().err.splitlines()
    assert said in sentence
    assert sentence.endswith(".")
    assert not (tmp_path / "out").exists()


def test_a_real_server_is_told_in_one_sentence(
    tmp_path: Path, password: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("perisai_desktop.tour.server.is_practice", lambda url: False)
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    server = ["--server", "http://127.0.0.1:9", "--code", "C", "--reviewer", "p"]
    files = ["--reviewer-password-file", str(password), "--out", str(tmp_path / "out")]
    assert command.main(["--roster", str(tmp_path / "roster.csv"), *server, *files]) == 2
    assert "bukan server latihan" in capfd.readouterr().err
