"""Syncs by itself: at once when the way to the server may be open, later and later while it is not."""

import random
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from perisai_desktop.background.pacing import Pacing
from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.exchange import SyncReport
from perisai_desktop.domain.outcome import Err, Ok


class Heartbeat(QObject):
    """Runs the sync in the network lane; `told` hears of every outcome."""

    def __init__(
        self,
        jobs: Jobs,
        sync: Callable[[], SyncReport],
        told: Callable[[Ok[SyncReport] | Err], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._sync = sync
        self._told = told
        self._pacing = Pacing(random.SystemRandom().random)
        self._running = False
        self._again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        """Begin with a first beat."""
        self.beat()

    def stop(self) -> None:
        """No further beat; one that runs comes to its end."""
        self._timer.stop()
        self._again = False

    def hurry(self) -> None:
        """Something was saved or the network came back: beat now, or right after the running beat."""
        self._pacing.reset()
        self.beat()

    def beat(self) -> None:
        """Sync once; one at a time."""
        if self._running:
            self._again = True
            return
        self._timer.stop()
        self._running = True
        self._jobs.run(Lane.NETWORK, self._sync, self._finished)

    def _finished(self, outcome: Ok[SyncReport] | Err) -> None:
        self._running = False
        self._told(outcome)
        wait = self._pacing.after(reached=isinstance(outcome, Ok))
        if self._again:
            self._again = False
            wait = 0.0
        self._timer.start(int(wait * 1000))
