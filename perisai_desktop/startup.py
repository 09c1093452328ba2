"""The named steps from the process to the first window, each timed, and the hook for errors nobody expected."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from types import TracebackType
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from perisai_desktop import VERSION
from perisai_desktop.background.collecting import Collector
from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.config.choices import Choices, note
from perisai_desktop.config.logs import start_logging, stop_logging
from perisai_desktop.config.paths import Profile
from perisai_desktop.config.resources import resource
from perisai_desktop.ui.crash_notice import CrashNotice
from perisai_desktop.ui.i18n import Language
from perisai_desktop.ui.scaling import apply_scale
from perisai_desktop.ui.theme.icons import program_icon
from perisai_desktop.ui.theme.theme import Theme, ThemeChoice

log = logging.getLogger(__name__)

T = TypeVar("T")

BEHIND_THE_SIGN_IN = ("perisai_desktop.services.signing_in", "perisai_desktop.ui.shell.agent_window")
"""What is imported while the sign-in is on screen; each brings with it what it needs."""
_FIRST_PAINT_MS = 50
"""After which the first window is drawn and takes typing."""


@dataclass(frozen=True, slots=True)
class Ready:
    """What stands before the first window; `scale` is what this run is drawn at, percent."""

    app: QApplication
    profile: Profile
    choices: Choices
    theme: Theme
    language: Language
    watch: Stopwatch
    scale: int
    close: Callable[[], None]


class Stopwatch:
    """Does named steps and logs how long each took, in milliseconds."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}

    def step(self, name: str, act: Callable[[], T]) -> T:
        """Do `act` as step `name`."""
        begun = time.perf_counter()
        made = act()
        self.taken[name] = (time.perf_counter() - begun) * 1000
        log.info("start %s %.0f ms", name, self.taken[name])
        return made


def start(profile: Profile, arguments: list[str]) -> Ready:
    """Profile, log, application, theme and language, in this order.

    A profile that can't be made or written is no hindrance here: its lock says so in words. `arguments` are Qt's own.
    """
    watch = Stopwatch()
    handler = watch.step("profile", lambda: _opened(profile))
    choices = Choices(profile)
    settings = watch.step("choices", choices.read)
    scale = 100 if QApplication.instance() is not None else settings.scale
    apply_scale(scale)
    app = watch.step("application", lambda: _application(arguments))
    theme = watch.step(
        "theme",
        lambda: Theme(app, ThemeChoice(settings.theme), lambda choice: note(choices, theme=choice.value)),
    )
    collector = Collector(app)
    language = Language(app, resource("i18n"))
    watch.step("language", lambda: language.speak(settings.language))

    def close() -> None:
        collector.stop()
        stop_logging(handler)

    return Ready(app, profile, choices, theme, language, watch, scale, close)


class WarmUp:
    """Imports what signing in needs, and the window behind it, while the person reads and types.

    It goes into the lane where the password will be tried, which then waits for what is under way.
    """

    def __init__(self, watch: Stopwatch, jobs: Callable[[], Jobs]) -> None:
        self._watch = watch
        self._jobs = jobs
        self._begun = False
        self._timer = QTimer(singleShot=True, interval=_FIRST_PAINT_MS)
        self._timer.timeout.connect(self._begin)

    def after_first_paint(self) -> None:
        """Begin as soon as the window that is being shown takes typing; once in a process."""
        if not self._begun:
            self._timer.start()

    def stop(self) -> None:
        """Begin no more."""
        self._timer.stop()

    def _begin(self) -> None:
        self._begun = True
        self._jobs().run(Lane.LOCAL, self.run, lambda _outcome: None)

    def run(self) -> None:
        """Import it all, on any thread."""
        for name in BEHIND_THE_SIGN_IN:
            self._watch.step(name, partial(import_module, name))


def _opened(profile: Profile) -> logging.Handler:
    """The folder of the profile is there, and what follows is logged in it."""
    with suppress(OSError):
        profile.prepare()
    return start_logging(profile.logs)


def _application(arguments: list[str]) -> QApplication:
    """The one application of this process."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["perisai", *arguments])
    app.setApplicationName("Perisai")
    app.setApplicationVersion(VERSION)
    app.setDesktopFileName("perisai")
    app.setWindowIcon(program_icon())
    return app


def install_hook(keep: Callable[[], None]) -> None:
    """From here on an error nobody expected keeps what was typed (`keep`), is logged, and is told in words."""

    notices: list[CrashNotice] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("unexpected", exc_info=(kind, error, trace))
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        keep()
        if not any(notice.isVisible() for notice in notices):
            notices[:] = [CrashNotice(kind.__name__)]
            notices[0].open()

    sys.excepthook = hook
