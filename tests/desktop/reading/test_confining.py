"""The reader's process reaches nothing: no network, no file to write, no further program."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dev import ROOT

BEFORE = "from perisai_desktop.reading.confining import confine; confine(); "
ACTS = {
    "connect": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "look up": "import socket; socket.getaddrinfo('example.invalid', 80)",
    "listen": "import socket; socket.socket().bind(('127.0.0.1', 0))",
    "write": "open('kept.txt', 'w')",
    "append": "open('kept.txt', 'ab')",
    "start": "import subprocess; subprocess.run(['true'])",
}


def _run(act: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", BEFORE + act],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("act", ACTS)
def test_a_door_is_shut(act: str, tmp_path: Path) -> None:
    done = _run(ACTS[act], tmp_path)
    assert done.returncode == 1
    assert "PermissionError" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_reading_goes_on_and_others_come_first(tmp_path: Path) -> None:
    (tmp_path / "card").write_bytes(b"1")
    told = "import os; print(open('card').read(), os.nice(0) if hasattr(os, 'nice') else 0)"
    place = min(19, 10 + os.nice(0)) if sys.platform != "win32" else 0
    assert _run(told, tmp_path).stdout.split() == ["1", str(place)]


def test_what_a_bug_says_of_a_card_stays_inside(tmp_path: Path) -> None:
    act = (
        "import sys, perisai_desktop.reading.__main__ as program; sys.argv = ['x', '--today', '2026-11-22']; "
        "sys.modules['perisai_desktop.reading.card'] = 3; program.main()"
    )
    done = _run(act, tmp_path)
    assert done.returncode == 1
    assert done.stderr.strip() == "perisai-reader: ImportError"
