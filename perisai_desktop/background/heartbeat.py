"""Syncs by itself: at once when the way to the server may be open, later and later while it is not."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from perisai_desktop.domain.exchange import SyncReport
from perisai_desktop.domain.outcome import Err, Ok

CALM_SECONDS = 300.0
"""Between two runs while everything goes well; a pause is looked at again as often."""
LEAST_SECONDS = 1.0

Outcome = Ok[SyncReport] | Err


class Heartbeat(QObject):
    """`begin` starts a run and tells its outcome.

    `wait` gives the seconds to wait after so many failed runs in a row, `held` those until a pause that the agent
    asked for is over: 0 for none, infinity for one without an end.
    """

    def __init__(
        self,
        begin: Callable[[Callable[[Outcome], None]], None],
        wait: Callable[[int], float],
        held: Callable[[], float] = lambda: 0.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._begin = begin
        self._wait = wait
        self._held = held
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
        """Something was saved, the network came back or a pause is over: beat now, or right after the running beat."""
        self._failures = 0
        self.beat()

    def beat(self) -> None:
        """Sync once; one at a time, and none during a pause."""
        if self._stopped:
            return
        if self._running:
            self._again = True
            return
        held = self._held()
        if held > 0:
            self._rest(min(held, CALM_SECONDS))
            return
        self._timer.stop()
        self._running = True
        self._begin(self._finished)

    def _finished(self, outcome: Outcome) -> None:
        self._running = False
        self._failures = 0 if isinstance(outcome, Ok) else self._failures + 1
        wait = max(LEAST_SECONDS, self._wait(self._failures)) if self._failures else CALM_SECONDS
        if self._stopped:
            return
        self._rest(0.0 if self._again else wait)
        self._again = False

    def _rest(self, seconds: float) -> None:
        self._timer.start(int(seconds * 1000))
