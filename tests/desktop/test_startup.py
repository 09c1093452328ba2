"""From the process to the first window: named steps, light imports, and errors nobody expected."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.config.choices import Choices
from perisai_desktop.config.paths import Profile
from perisai_desktop.startup import BEHIND_THE_SIGN_IN, Stopwatch, WarmUp, install_hook, start
from perisai_desktop.ui.scaling import FACTOR, apply_scale
from perisai_desktop.ui.theme.theme import ThemeChoice

QT_FOR_PYTHON = {"PySide6", "__feature__", "shiboken6", "shibokensupport", "signature_bootstrap"}
BEFORE_THE_SIGN_IN = {*QT_FOR_PYTHON, "perisai_desktop", "sync"}
"""Packages outside the standard library that may be loaded when the first window takes typing."""
FLOORS = {"background", "config", "domain", "security", "startup", "ui", "app"}
"""What of the program may be loaded then."""

_STARTS = """
import sys
before = {name.split(".")[0] for name in sys.modules}
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from perisai_desktop.app import Program
from perisai_desktop.config.clock import SystemClock
from perisai_desktop.config.paths import Profile
from perisai_desktop.startup import BEHIND_THE_SIGN_IN, start
ready = start(Profile(Path(sys.argv[1])), [])
program = Program(ready, SystemClock())
window = program.enter()
while not window.windowHandle().isExposed():
    ready.app.processEvents()
loaded = set(sys.modules)
print(*sorted({name.split(".")[0] for name in loaded} - before - sys.stdlib_module_names))
print(*sorted({name.split(".")[1] for name in loaded if name.startswith("perisai_desktop.")}))
tick = QTimer()
tick.start(5)
while not set(BEHIND_THE_SIGN_IN) <= set(ready.watch.taken):
    ready.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
print(*(name for name in BEHIND_THE_SIGN_IN if name in sys.modules))
program.close()
ready.close()
"""


@pytest.fixture
def hook() -> Iterator[list[str]]:
    """The hook of the program; what it kept is in the list."""
    before = sys.excepthook
    kept: list[str] = []
    install_hook(lambda: kept.append("kept"))
    yield kept
    sys.excepthook = before


def test_steps_are_named_and_timed(caplog: pytest.LogCaptureFixture) -> None:
    watch = Stopwatch()
    with caplog.at_level(logging.INFO):
        assert watch.step("theme", lambda: 7) == 7
    assert list(watch.taken) == ["theme"]
    assert caplog.messages[0].startswith("start theme ")


def test_the_choices_of_the_last_time_are_taken_up(qapp: QApplication, tmp_path: Path) -> None:
    profile = Profile(tmp_path / "agent")
    profile.prepare()
    Choices(profile).keep(theme="dark", language="en")
    ready = start(profile, [])
    assert ready.theme.choice is ThemeChoice.DARK
    ready.theme.choose(ThemeChoice.LIGHT)
    assert ready.choices.read().theme == "light"
    ready.language.silence()
    ready.theme.deleteLater()
    ready.close()
    assert (profile.logs / "perisai.log").exists()


@pytest.mark.parametrize(("percent", "factor"), [(150, "1.5"), (100, None)])
def test_the_scale_is_told_to_qt(percent: int, factor: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FACTOR, "kept")
    monkeypatch.delenv(FACTOR)
    apply_scale(percent)
    assert os.environ.get(FACTOR) == factor


def test_the_sign_in_loads_no_more_than_it_needs_and_the_rest_follows_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _STARTS, str(tmp_path / "agent")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    packages, floors, followed = done.stdout.splitlines()
    assert set(packages.split()) - BEFORE_THE_SIGN_IN == set(), "loaded before the first window takes typing"
    assert set(floors.split()) - FLOORS == set(), "loaded before the first window takes typing"
    assert followed.split() == list(BEHIND_THE_SIGN_IN)


def test_steps_are_in_the_log_of_the_profile(qapp: QApplication, tmp_path: Path) -> None:
    profile = Profile(tmp_path / "agent")
    ready = start(profile, [])
    jobs = HandRunJobs()
    WarmUp(ready.watch, lambda: jobs).run()
    ready.language.silence()
    ready.theme.deleteLater()
    ready.close()
    told = (profile.logs / "perisai.log").read_text(encoding="utf-8")
    steps = ["profile", "choices", "application", "theme", "language", *BEHIND_THE_SIGN_IN]
    assert list(ready.watch.taken) == steps
    assert [step for step in steps if f"start {step} " not in told] == []


def test_an_unexpected_error_keeps_the_draft_and_says_so(
    qtbot: QtBot, hook: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(2):
        error = ZeroDivisionError("320208 140890 0004")
        sys.excepthook(type(error), error, None)
    notices = [window for window in QApplication.topLevelWidgets() if window.objectName() == "crash_notice"]
    assert hook == ["kept", "kept"]
    assert len(notices) == 1, "one notice at a time"
    assert isinstance(notices[0], QDialog)
    assert [record.levelno for record in caplog.records] == [logging.CRITICAL] * 2
    caplog.clear()
    notices[0].accept()
    notices[0].deleteLater()
