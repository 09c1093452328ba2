"""Finds villages while somebody types; the newest question's answer is the one that is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.enrolment.state import PlaceOffers, nearest_first
from sync.rules.regions import Place


@dataclass(slots=True)
class PlaceSearch:
    """One for each field; `told` is called with the offers, on the thread of the screen."""

    jobs: Jobs
    places: Callable[[str], tuple[Place, ...]]
    told: Callable[[PlaceOffers], None]
    asked: str = ""

    def look(self, query: str, nearby: str | None) -> None:
        """Find villages for `query`, those of regency `nearby` (`32.02`) first."""
        self.asked = query

        def work() -> PlaceOffers:
            found = self.places(query) if query.strip() else ()
            return PlaceOffers(query, nearest_first(found, nearby))

        self.jobs.run(Lane.LOCAL, work, self._found)

    def _found(self, outcome: Ok[PlaceOffers] | Err) -> None:
        if isinstance(outcome, Ok) and outcome.value.query == self.asked:
            self.told(outcome.value)
