"""A run that wants to be started again is put in the place of itself, in the environment it was given."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from perisai_desktop import startup
from perisai_desktop.__main__ import main
from perisai_desktop.config.choices import Choices
from perisai_desktop.config.paths import Profile
from perisai_desktop.ui.scaling import FACTOR, RESTART


def test_the_same_command_runs_anew(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook = sys.excepthook
    begun: list[tuple[str, list[str], dict[str, str]]] = []

    def take_over(program: str, command: list[str], environment: dict[str, str]) -> int:
        begun.append((program, command, environment))
        return 0

    monkeypatch.setattr(os, "execve", take_over)
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "perisai_desktop", "run"])
    monkeypatch.delenv(FACTOR, raising=False)
    profile = Profile(tmp_path / "agent")
    profile.prepare()
    Choices(profile).keep(scale=150)
    QTimer.singleShot(0, lambda: QApplication.exit(RESTART))
    begin, made = startup.start, list[startup.Ready]()

    def start(profile: Profile, arguments: list[str]) -> startup.Ready:
        made.append(begin(profile, arguments))
        return made[-1]

    monkeypatch.setattr(startup, "start", start)
    assert main(["--profile", str(profile.root)]) == 0
    sys.excepthook = hook
    made[0].language.silence()
    made[0].theme.deleteLater()
    ((program, command, environment),) = begun
    assert [program, *command] == [sys.executable, sys.executable, "-m", "perisai_desktop", "run"]
    assert FACTOR not in environment, "the next run reads the scale itself"
