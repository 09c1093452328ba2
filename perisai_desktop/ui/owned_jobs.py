"""Jobs that belong to a window or dialog: what is answered after it is gone finds nobody, and is dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok

T = TypeVar("T")


class OwnedJobs:
    """The work itself is done to its end all the same: a language is switched while a receipt is being stored."""

    def __init__(self, jobs: Jobs, owner: QObject) -> None:
        self._jobs = jobs
        self._owner = owner

    def run(self, lane: Lane, work: Callable[[], T], done: Callable[[Ok[T] | Err], None]) -> None:
        """Queue `work`; `done` is called while the owner lives."""

        def told(outcome: Ok[T] | Err) -> None:
            if isValid(self._owner):
                done(outcome)

        self._jobs.run(lane, work, told)
