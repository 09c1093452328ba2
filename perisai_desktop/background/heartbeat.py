"""Syncs by itself: at once when the way to the server may be open, later and later while it is not."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.exchange import SyncReport
from perisai_desktop.domain.outcome import Err, Ok

CALM_SECONDS = 300.0
"""Between two runs while everything goes well."""
LEAST_SECONDS = 1.0


class Heartbeat(QObject):
    """Runs the sync in the network lane; `told` hears of every outcome.

    `pause` gives the seconds to wait after so many failed runs in a row.
    """

    def __init__(
        self,
        jobs: Jobs,
        sync: Callable[[], SyncReport],
        told: Callable[[Ok[SyncReport] | Err], None],
        pause: Callable[[int], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._sync = sync
        self._told = told
        self._pause = pause
        self._failures = 0
        self._running = False
        self._again = False
        self._stopped = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        """Begin with a first beat."""
        self._stopped = False
        self.beat()

    def stop(self) -> None:
        """No further beat; one that runs comes to its end."""
        self._stopped = True
        self._timer.stop()
        self._again = False

    def hurry(self) -> None:
        """Something was saved or the network came back: beat now, or right after the running beat."""
        self._failures = 0
        self.beat()

    def beat(self) -> None:
        """Sync once; one at a time."""
        if self._stopped:
            return
        if self._running:
            self._again = True
            return
        self._timer.stop()
        self._running = True
        self._jobs.run(Lane.NETWORK, self._sync, self._finished)

    def _finished(self, outcome: Ok[SyncReport] | Err) -> None:
        self._running = False
        self._told(outcome)
        self._failures = 0 if isinstance(outcome, Ok) else self._failures + 1
        wait = max(LEAST_SECONDS, self._pause(self._failures)) if self._failures else CALM_SECONDS
        if self._stopped:
            return
        self._timer.start(0 if self._again else int(wait * 1000))
        self._again = False
