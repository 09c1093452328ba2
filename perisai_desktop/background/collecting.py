"""Collects Python's garbage on the thread of the windows alone: a widget that a lane's thread took apart is a crash."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
MIDDLE_AFTER, WHOLE_AFTER = 10, 60
"""Rounds after which older generations are looked at too."""


class Collector(QObject):
    """Takes the collector of cycles away from whichever thread allocates next, and runs it by a timer; create one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rounds = 0
        self._was_on = gc.isenabled()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        gc.disable()
        self._timer.start()

    def collect(self) -> None:
        """Look at the youngest objects where there are enough of them, at older ones now and then."""
        self._rounds += 1
        if self._rounds % WHOLE_AFTER == 0:
            gc.collect()
        elif self._rounds % MIDDLE_AFTER == 0:
            gc.collect(1)
        elif gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(0)

    def stop(self) -> None:
        """Give collecting back to Python, where it had it."""
        self._timer.stop()
        if self._was_on:
            gc.enable()
