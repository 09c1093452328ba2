"""Runs each lane on a thread of its own and delivers on the thread of the windows."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from perisai_desktop.background.outcomes import outcome_of
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.outcome import Err, Ok

T = TypeVar("T")


class QtJobs(QObject):
    """Serial lanes; create it on the thread of the windows and `close` it before they go."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {lane: ThreadPoolExecutor(1, thread_name_prefix=lane.value) for lane in Lane}
        self._open = True
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, lane: Lane, work: Callable[[], T], done: Callable[[Ok[T] | Err], None]) -> None:
        """Queue `work` in its lane; see `ports.Jobs`."""

        def hand_over(future: Future[Ok[T] | Err]) -> None:
            if not future.cancelled():
                self._finished.emit(lambda: done(future.result()))

        self._lanes[lane].submit(outcome_of, work).add_done_callback(hand_over)

    def close(self) -> None:
        """Finish what the other lanes hold, a draft or the count of a paper may be in it; drop what network and reader
        have not begun, wait for what they have; deliver nothing further."""
        self._open = False
        for lane, runner in self._lanes.items():
            runner.shutdown(wait=True, cancel_futures=lane in (Lane.NETWORK, Lane.READER))

    @Slot(object)
    def _deliver(self, act: Callable[[], None]) -> None:
        if self._open:
            act()
