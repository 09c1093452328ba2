"""Reads the queue page by page: what waits longest is on screen while the rest is on its way."""

from __future__ import annotations

from collections.abc import Callable

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.queue_page import QueuePage
from perisai_desktop.domain.review import QueueGroup
from perisai_desktop.ui.screens.review.ports import Reviewing

Take = Callable[[Ok[QueuePage] | Err], None]


class QueuePages:
    """`further` takes the groups of every page but the first; pages of a reading that was begun anew are dropped."""

    def __init__(
        self, reviewing: Reviewing, jobs: Jobs, further: Callable[[tuple[QueueGroup, ...]], None]
    ) -> None:
        self._reviewing = reviewing
        self._jobs = jobs
        self._further = further
        self._reading = 0

    def read(self, take: Take) -> None:
        """Begin with the first page; `take` is given that, and what failed."""
        self._reading += 1
        self._ask(None, self._reading, take)

    def _ask(self, after: str | None, reading: int, take: Take) -> None:
        def taken(outcome: Ok[QueuePage] | Err) -> None:
            if reading != self._reading:
                return
            if after is None or isinstance(outcome, Err):
                take(outcome)
            else:
                self._further(outcome.value.groups)
            if isinstance(outcome, Ok) and outcome.value.following is not None:
                self._ask(outcome.value.following, reading, take)

        self._jobs.run(Lane.NETWORK, lambda: self._reviewing.page(after), taken)
