"""A runner whose work waits until somebody says so, on the caller's own thread."""

from collections import deque
from collections.abc import Callable
from typing import TypeVar

from perisai_desktop.background.outcomes import outcome_of
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.outcome import Err, Ok

T = TypeVar("T")


class HandRunJobs:
    """Keeps each lane's work in order until `run_next` or `run_all`."""

    def __init__(self) -> None:
        self._waiting: dict[Lane, deque[Callable[[], None]]] = {lane: deque() for lane in Lane}

    def run(self, lane: Lane, work: Callable[[], T], done: Callable[[Ok[T] | Err], None]) -> None:
        """Queue `work`; its outcome is delivered when the lane is run."""
        self._waiting[lane].append(lambda: done(outcome_of(work)))

    def waiting(self, lane: Lane) -> int:
        """How many pieces of work a lane holds."""
        return len(self._waiting[lane])

    def run_next(self, lane: Lane) -> bool:
        """Run the oldest work of a lane; False when there is none."""
        if not self._waiting[lane]:
            return False
        self._waiting[lane].popleft()()
        return True

    def run_all(self) -> None:
        """Run until every lane is empty, what the work itself queues included."""
        while any(self.run_next(lane) for lane in Lane):
            continue
