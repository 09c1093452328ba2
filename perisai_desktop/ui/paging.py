"""A list that is read page by page off the screen's thread; what answers an older question is dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok

P = TypeVar("P")


class Paging(Generic[P]):
    """`found` takes the first page of the newest question, `grown` each page behind it, `failed` why there is none."""

    def __init__(
        self,
        jobs: Jobs,
        found: Callable[[P], None],
        grown: Callable[[P], None],
        failed: Callable[[Failure], None],
    ) -> None:
        self._jobs = jobs
        self._found = found
        self._grown = grown
        self._failed = failed
        self._question = 0
        self._growing = False

    def ask(self, read: Callable[[], P]) -> None:
        """Read the list from its beginning; pages on their way belong to another list from here on."""
        self._question += 1
        self._growing = False
        self._run(read, self._found)

    def more(self, read: Callable[[], P]) -> None:
        """Read the page behind what is there, unless one is being read."""
        if not self._growing:
            self._growing = True
            self._run(read, self._grown)

    def _run(self, read: Callable[[], P], told: Callable[[P], None]) -> None:
        question = self._question

        def answered(outcome: Ok[P] | Err) -> None:
            if question != self._question:
                return
            if told is self._grown:
                self._growing = False
            if isinstance(outcome, Err):
                self._failed(outcome.failure)
            else:
                told(outcome.value)

        self._jobs.run(Lane.LOCAL, read, answered)
