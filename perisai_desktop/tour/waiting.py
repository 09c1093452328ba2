"""Waits for something to be true on screen while the program goes on working; never for a time."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

from perisai_desktop.domain.failure import FailureCode

LOOK_EVERY_MS = 4
PATIENCE = 90.0
"""Seconds that a server which died may need until it answers again."""

PASSING = frozenset(
    {
        FailureCode.NO_NETWORK,
        FailureCode.SERVER_BUSY,
        FailureCode.ASK_LATER,
        FailureCode.BRANCH_SILENT,
        FailureCode.BRANCH_BUSY,
        FailureCode.BRANCH_FAULT,
    }
)
"""Failures that pass by themselves."""


class NotReached(Exception):
    """What was waited for did not come; `what` names it in the program's own terms, never a person."""

    def __init__(self, what: str, seconds: float) -> None:
        super().__init__(f"{what} not reached in {seconds:g} s")
        self.what = what


def wait_for(condition: Callable[[], bool], what: str, seconds: float = 60.0) -> None:
    """Run the event loop until `condition` holds. Raises `NotReached` after `seconds`."""
    if condition():
        return
    loop = QEventLoop()
    timer = QTimer()
    deadline = time.monotonic() + seconds

    def look() -> None:
        if condition() or time.monotonic() > deadline:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(LOOK_EVERY_MS)
    loop.exec()
    timer.stop()
    if not condition():
        raise NotReached(what, seconds)


class Patience:
    """Waits a little longer each time, and not for ever."""

    def __init__(self, what: str, seconds: float) -> None:
        self._what = what
        self._seconds = seconds
        self._until = time.monotonic() + seconds
        self._next = 0.05

    def wait(self) -> None:
        """Let the program work on for a while. Raises `NotReached` when the time is over."""
        now = time.monotonic()
        if now > self._until:
            raise NotReached(self._what, self._seconds)
        resume, self._next = now + self._next, min(self._next * 2, 1.0)
        wait_for(lambda: time.monotonic() >= resume, self._what)
