"""What the card of notices does: reads how the laptop stands with the branch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.standing import LaptopStanding


class Standings(Protocol):
    """How the laptop stands."""

    def look(self) -> LaptopStanding:
        """Everything that there is to tell; raises Failure."""


class NoticesPresenter:
    """A store that can't be read is told by the screen around the card."""

    def __init__(self, standings: Standings, jobs: Jobs, show: Callable[[LaptopStanding], None]) -> None:
        self._standings = standings
        self._jobs = jobs
        self._show = show

    def look(self) -> None:
        """Read again."""
        self._jobs.run(Lane.LOCAL, self._standings.look, self._looked)

    def _looked(self, outcome: Ok[LaptopStanding] | Err) -> None:
        if isinstance(outcome, Ok):
            self._show(outcome.value)
