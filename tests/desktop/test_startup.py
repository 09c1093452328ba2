"""From the process to the first window: named steps, light imports, and errors nobody expected."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from perisai_desktop.config.choices import Choices
from perisai_desktop.config.paths import Profile
from perisai_desktop.startup import Stopwatch, install_hook, start
from perisai_desktop.ui.theme.theme import ThemeChoice

HEAVY = (
    "sqlalchemy",
    "sqlmodel",
    "pydantic",
    "reportlab",
    "requests",
    "pypdfium2",
    "cryptography",
    "keyring",
    "alembic",
)


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


def test_nothing_heavy_is_imported_before_the_sign_in(tmp_path: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from perisai_desktop.app import Program
from perisai_desktop.config.clock import SystemClock
from perisai_desktop.config.paths import Profile
from perisai_desktop.startup import start
profile = Profile(Path({str(tmp_path / "agent")!r}))
ready = start(profile, [])
program = Program(ready, SystemClock())
program.enter()
print(" ".join(sorted(name for name in {HEAVY!r} if name in sys.modules)))
program.close()
ready.close()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


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
