"""The place of registration: where agent and worker sit, remembered from the last enrolment and changed when it differs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.screens.enrolment.place_search import PlaceSearch
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState, PlaceOffers
from sync.rules.regions import Place

REGENCY = 5
"""Signs of a dotted code that name the regency: `32.02`."""


class Capturing:
    """Changes the state that `read` gives, and hands it to `change`, where what was typed is kept as a draft."""

    def __init__(
        self,
        jobs: Jobs,
        places: Callable[[str], tuple[Place, ...]],
        read: Callable[[], EnrolmentState | None],
        change: Callable[[EnrolmentState], None],
    ) -> None:
        self._search = PlaceSearch(jobs, places, self._offer)
        self._read = read
        self._change = change

    def type(self, text: str) -> None:
        """Take what was typed: no place until one is chosen."""
        state = self._read()
        if state is not None and not state.saving and text != state.captured_in:
            self._change(replace(state, captured_in=text, captured=None, focus=None))

    def look(self, query: str) -> None:
        """Find villages, those of the worker's regency first."""
        state = self._read()
        if state is not None:
            self._search.look(query, state.form.village[:REGENCY] or None)

    def choose(self, place: Place) -> None:
        """Take a village that was found."""
        state = self._read()
        if state is not None and not state.saving:
            self._change(replace(state, captured_in=place.code, captured=place, focus=None))

    def _offer(self, offers: PlaceOffers) -> None:
        state = self._read()
        if state is not None:
            self._change(replace(state, capture_offers=offers, focus=None))
