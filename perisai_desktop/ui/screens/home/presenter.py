"""What the first screen does: reads the figures, then what takes longer to reckon."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.collection import Radar
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.overview import Overview
from perisai_desktop.ui.screens.home.state import HomeState

Show = Callable[[HomeState], None]


class Figures(Protocol):
    """The figures of the store."""

    def look(self) -> Overview:
        """Everything that is told at once; raises Failure."""

    def radar(self) -> Radar:
        """Who lapses next; raises Failure."""

    def commission(self) -> int:
        """An estimate in rupiah; raises Failure."""


class HomePresenter:
    """What was read before stays in sight until there is something newer."""

    def __init__(self, figures: Figures, jobs: Jobs, show: Show) -> None:
        self._figures = figures
        self._jobs = jobs
        self._show = show
        self.state = HomeState()

    def load(self) -> None:
        """Read everything again."""
        self._jobs.run(Lane.LOCAL, self._figures.look, self._looked)

    def _looked(self, outcome: Ok[Overview] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
            return
        self._present(replace(self.state, overview=outcome.value, failure=None))
        self._jobs.run(
            Lane.LOCAL, lambda: (self._figures.radar(), self._figures.commission()), self._reckoned
        )

    def _reckoned(self, outcome: Ok[tuple[Radar, int]] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
            return
        radar, commission = outcome.value
        self._present(replace(self.state, radar=radar, commission=commission))

    def _present(self, state: HomeState) -> None:
        self.state = state
        self._show(state)
