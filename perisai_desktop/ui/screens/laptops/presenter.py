"""What the branch does about its laptops: reads what has not arrived, and makes codes to read out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.laptop import EpochCode, LaptopGap
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.laptops.state import LaptopsState

Show = Callable[[LaptopsState], None]


class Branch(Protocol):
    """The reviewer's session at the server."""

    def gaps(self) -> tuple[LaptopGap, ...]:
        """What has not arrived; raises Failure."""

    def epoch_code(self, laptop: str, challenge: str) -> EpochCode:
        """The code for a laptop's question; raises Failure."""


class LaptopsPresenter:
    """One code at a time; a code that is on screen goes when something else is typed."""

    def __init__(self, branch: Branch, jobs: Jobs, show: Show) -> None:
        self._branch = branch
        self._jobs = jobs
        self._show = show
        self.state = LaptopsState()

    def look(self) -> None:
        """Read what has not arrived."""
        self._jobs.run(Lane.NETWORK, self._branch.gaps, self._read)

    def type_laptop(self, text: str) -> None:
        """Take the laptop as the agent reads it out."""
        self._present(replace(self.state, laptop=text, code=None, failure=None))

    def type_challenge(self, text: str) -> None:
        """Take the question as the agent reads it out."""
        self._present(replace(self.state, challenge=text, code=None, failure=None))

    def make(self) -> None:
        """Make the code."""
        state = self.state
        if state.busy or not state.laptop.strip() or not state.challenge.strip():
            return
        self._present(replace(state, busy=True, code=None, failure=None))
        self._jobs.run(
            Lane.NETWORK,
            lambda: self._branch.epoch_code(state.laptop.strip(), state.challenge.strip()),
            self._made,
        )

    def _read(self, outcome: Ok[tuple[LaptopGap, ...]] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
        else:
            self._present(replace(self.state, gaps=outcome.value))

    def _made(self, outcome: Ok[EpochCode] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._present(replace(self.state, busy=False, code=outcome.value))

    def _present(self, state: LaptopsState) -> None:
        self.state = state
        self._show(state)
