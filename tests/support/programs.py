"""The whole desktop program inside a test's own process: real windows on no screen, a real store, perhaps a server."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from perisai_desktop.app import Practice, Program
from perisai_desktop.config.clock import pinned_on
from perisai_desktop.config.paths import Profile
from perisai_desktop.services.printers import NoPrinters
from perisai_desktop.startup import start
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.shell.agent_window import AgentWindow
from tests.support.centres import MARKET_DATE, Centre


@contextmanager
def running_program(
    folder: Path, practice: Practice | None = None, *, attended: bool = False, today: date = MARKET_DATE
) -> Iterator[Program]:
    """The program on `folder`/profile on a day, practice beside it; receipts go to `folder`/receipts."""
    hook = sys.excepthook
    others = QApplication.topLevelWidgets() if QApplication.instance() else []
    ready = start(Profile(folder / "profile"), [])
    program = Program(
        ready,
        pinned_on(today),
        practice,
        beside=Profile(folder / "practice"),
        heartbeat=False,
        attended=attended,
        receipts=folder / "receipts",
        printers=NoPrinters(),
    )
    # Errors nobody expected belong to the test, not to the program's notice.
    sys.excepthook = hook
    try:
        yield program
    finally:
        program.close()
        ready.close()
        ready.language.silence()
        ready.theme.deleteLater()
        # Windows that stay are dressed anew with every later program of the run.
        for window in QApplication.topLevelWidgets():
            if window not in others:
                window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        ready.app.setStyleSheet("")


def practice_at(centre: Centre) -> Practice:
    """What a practice server writes for the program beside it, with a code that nobody used."""
    secrets = centre.secrets
    return Practice(
        centre.url, centre.new_code(), secrets.agent_password, "penyelia", secrets.reviewer_password
    )


def signed_in(program: Program) -> AgentWindow:
    """The practice agent's window, by one press as in practice."""
    entry = program.enter()
    Hand(entry).press("sign_in_enter")
    wait_for(lambda: program.agent_window is not None, "agent signed in")
    window = program.agent_window
    assert window is not None
    window.frame.go("workers")
    wait_for(lambda: window.pages.workers.state.loaded, "workers listed")
    return window


def words_on(window: QWidget) -> str:
    """Every word that labels show on a window."""
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
