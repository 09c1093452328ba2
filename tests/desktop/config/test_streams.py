"""A windowed program without standard streams: nothing that prints fails, and an early error is kept in the log."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dev import ROOT
from perisai_desktop.config import streams

SILENT = """
import os, sys
sys.stdout = sys.stderr = None
from perisai_desktop.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def _silent(*arguments: str, profile: Path) -> int:
    """The exit code of the program without streams, as Windows starts one that has windows only."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", SILENT, *arguments]
    return subprocess.run(command, env=environment, cwd=profile, check=False, timeout=120).returncode


def test_whatever_prints_goes_on_without_streams(tmp_path: Path) -> None:
    assert _silent("--version", profile=tmp_path) == 0
    assert _silent("tour", "--practice", "none", "--roster", "none", "--out", "out", profile=tmp_path) == 2
    assert _silent("--today", "2026-11-22", "--profile", "store", profile=tmp_path) == 2
    assert _silent("selftest", profile=tmp_path) == 0


def test_streams_that_are_there_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    before = sys.stdout, sys.stderr
    streams.give_streams()
    assert (sys.stdout, sys.stderr) == before
    monkeypatch.setattr(sys, "stderr", None)
    streams.give_streams()
    with sys.stderr as given:
        assert given.write("heard by nobody") == 15


def test_an_early_error_is_logged_without_anybodys_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_on: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: handed_on.append(kind))
    streams.note_early_errors(tmp_path / "logs")
    error = ValueError("no window for 3513191909880007")
    sys.excepthook(type(error), error, None)
    written = (tmp_path / "logs" / streams.EARLY).read_text(encoding="utf-8")
    assert "ValueError: no window" in written
    assert "3513191909880007" not in written
    assert handed_on == [ValueError]


def test_a_log_that_cannot_be_written_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    handed_on: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: handed_on.append(kind))
    (tmp_path / "logs").write_text("a file where the folder should be")
    streams.note_early_errors(tmp_path / "logs")
    sys.excepthook(OSError, OSError("x"), None)
    assert handed_on == [OSError]
    assert "no log can be written" in capsys.readouterr().err
