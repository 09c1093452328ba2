"""The practice server is the same server after every kill: address, passwords, accounts, code."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sync.server.cli import main
from sync.server.composition import open_server, opening_instant
from sync.server.services.devices import CODE_LIFETIME, DeviceEnrolment
from sync.server.services.practice import NOTE, furnish, kept_secrets
from sync.server.settings import practice_settings
from tests.support.branch_house import CHEAP, MovingClock


class Practice:
    """The practice server as a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process: subprocess.Popen[str] | None = None

    def start(self, *words: str) -> dict[str, Any]:
        command = [sys.executable, "-m", "sync.server", "practice", "--dir", str(self.folder), *words]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        url = self.process.stdout.readline().strip()
        note: dict[str, Any] = json.loads((self.folder / NOTE).read_text(encoding="utf-8"))
        assert note["url"] == url
        assert note["pid"] == self.process.pid
        return note

    def end(self, how: signal.Signals) -> int:
        assert self.process is not None
        self.process.send_signal(how)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return self.process.wait(30)


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    made = Practice(tmp_path / "practice")
    yield made
    if made.process is not None and made.process.poll() is None:
        made.end(signal.SIGKILL)


def _post(url: str, content: dict[str, str]) -> dict[str, Any]:
    asked = urllib.request.Request(url, json.dumps(content).encode(), method="POST")
    with urllib.request.urlopen(asked, timeout=30) as answer:
        told: dict[str, Any] = json.load(answer)
    return told


def test_everything_is_kept_when_the_process_is_killed(practice: Practice) -> None:
    first = practice.start("--today", "2026-11-22")
    session = {"login": first["reviewer"], "password": first["reviewer_password"]}
    assert _post(f"{first['url']}/v1/review/session", session)["role"] == "reviewer"
    assert practice.end(signal.SIGKILL) == -signal.SIGKILL
    second = practice.start("--today", "2026-11-22")
    assert {**second, "pid": 0} == {**first, "pid": 0}
    assert _post(f"{second['url']}/v1/review/session", session)["practice"] is True
    assert stat.S_IMODE((practice.folder / NOTE).stat().st_mode) == 0o600
    assert practice.end(signal.SIGTERM) in (0, -signal.SIGTERM)


def test_a_used_or_lapsed_code_is_replaced_and_a_good_one_kept(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    server = open_server(practice_settings(folder, "", date(2026, 11, 22)), passwords=CHEAP)
    first = furnish(server, kept_secrets(folder))
    assert furnish(server, first).code == first.code
    agent = server.organising.agent("L-0001")
    with server.store.transaction() as tx:
        (issued,) = tx.devices.codes(agent.agent_id)
        assert tx.devices.use_code(issued.secret_hash, "0ABCD", server.clock.now())
    second = furnish(server, first)
    assert second.code != first.code
    later = MovingClock(server.clock.now() + CODE_LIFETIME + timedelta(seconds=1))
    lapsed = replace(server, enrolment=DeviceEnrolment(server.store, server.keys, later, True))
    assert furnish(lapsed, second).code != second.code
    server.close()


def test_passwords_are_written_down_before_an_account_needs_them(tmp_path: Path) -> None:
    secrets = kept_secrets(tmp_path / "practice")
    assert kept_secrets(tmp_path / "practice") == secrets
    assert secrets.reviewer_password not in repr(secrets)


def test_a_lost_note_gets_new_passwords_that_open_the_old_accounts(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    server = open_server(practice_settings(folder, "", None), passwords=CHEAP)
    furnish(server, kept_secrets(folder))
    (folder / NOTE).unlink()
    fresh = furnish(server, kept_secrets(folder))
    assert server.accounts.sign_in("penyelia", fresh.reviewer_password)[1].role == "reviewer"
    server.close()


def test_the_pinned_day_opens_at_nine_western_time() -> None:
    assert opening_instant(date(2026, 11, 22)) == datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def test_practice_answers_on_this_machine_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["practice", "--dir", str(tmp_path / "p"), "--host", "0.0.0.0"]) == 1
    assert "this machine only" in capsys.readouterr().err
    assert not (tmp_path / "p").exists()


def test_a_practice_folder_is_never_served_for_real(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], practice: Practice
) -> None:
    practice.start()
    practice.end(signal.SIGKILL)
    for verb in ("serve", "init"):
        assert main([verb, "--dir", os.fspath(practice.folder)]) == 1
        assert "belongs to a practice server" in capsys.readouterr().err


def test_a_second_server_on_a_folder_is_refused_and_changes_nothing(
    practice: Practice, capsys: pytest.CaptureFixture[str]
) -> None:
    first = practice.start()
    note = (practice.folder / NOTE).read_bytes()
    assert main(["practice", "--dir", os.fspath(practice.folder)]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == (
        "",
        f"perisai-server: A server is running on {practice.folder} already.\n",
    )
    assert (practice.folder / NOTE).read_bytes() == note
    assert practice.end(signal.SIGKILL) == -signal.SIGKILL
    again = practice.start()
    assert {**again, "pid": 0} == {**first, "pid": 0}
