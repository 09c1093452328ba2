"""Waits for something to be true on screen while the program goes on working; never for a time."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

LOOK_EVERY_MS = 4


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
