"""The procedure for a lost laptop: its steps in order, and how far each is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.branch_agent import LaptopState
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.lost_laptop import LaptopStanding
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.agents.acts import Act, Asked


@dataclass(frozen=True, slots=True)
class LossStep:
    """A step: what can be done in it as the laptop stands, and whether it is done."""

    act: Act
    done: bool
    open: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class LossState:
    """`standing` is None until it was read. `acted`: what was done since the procedure is open, of what no standing tells."""

    standing: LaptopStanding | None = None
    acted: frozenset[Act] = frozenset()
    busy: bool = False
    failure: Failure | None = None

    @property
    def steps(self) -> tuple[LossStep, ...]:
        """In the order in which they are best done; the last two of them only where they are wanted."""
        told = self.standing
        if told is None:
            return ()
        lost, wiped = told.lost_at is not None, told.state is LaptopState.WIPED
        wiping: tuple[Act, ...] = (Act.WIPE,)
        if told.wipe_asked_at is not None:
            wiping = (Act.APPROVE, Act.KEEP) if told.approvable else (Act.KEEP,)
        seen, coded, handed = (act in self.acted for act in (Act.RECORDS, Act.CODE, Act.HAND_OVER))
        return (
            LossStep(Act.LOST, lost or wiped, () if lost or wiped else (Act.LOST,)),
            LossStep(Act.WIPE, wiped or told.wipe_asked_at is not None, () if wiped else wiping),
            LossStep(Act.RECORDS, seen, (Act.RECORDS,)),
            LossStep(Act.CODE, coded, (Act.CODE,)),
            LossStep(Act.HAND_OVER, handed, () if handed else (Act.HAND_OVER,)),
        )

    def next(self, rights: frozenset[Act]) -> Act | None:
        """What to do next: the first open act of the first step that is not done, of what the viewer may do."""
        waiting = (act for step in self.steps if not step.done for act in step.open[:1])
        return next((act for act in waiting if act in rights), None)


class Losses(Protocol):
    """The branch's session at the server."""

    def standing(self, device: str) -> LaptopStanding:
        """How a laptop stands; raises Failure."""


class LossPresenter:
    """Reads how the laptop stands, again after every act."""

    def __init__(self, losses: Losses, jobs: Jobs, asked: Asked, show: Callable[[LossState], None]) -> None:
        assert asked.laptop is not None
        self._losses = losses
        self._jobs = jobs
        self._device = asked.laptop.device
        self._show = show
        self.state = LossState()

    def load(self) -> None:
        """Read how it stands."""
        if not self.state.busy:
            self._present(replace(self.state, busy=True, failure=None))
            self._jobs.run(Lane.NETWORK, lambda: self._losses.standing(self._device), self._read)

    def acted(self, act: Act) -> None:
        """Take that something was done."""
        self._present(replace(self.state, acted=self.state.acted | {act}))
        self.load()

    def _read(self, outcome: Ok[LaptopStanding] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._present(replace(self.state, busy=False, standing=outcome.value))

    def _present(self, state: LossState) -> None:
        self.state = state
        self._show(state)
