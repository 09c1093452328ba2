"""What a branch does about an agent's laptops: pause, let work again, revoke, and a code for a new one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.branch_agent import AgentLaptop, BranchAgent, LaptopState
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok

ACTING = frozenset({"branch_admin", "operator"})
"""Roles that the server lets act on laptops (sync/server/permissions.py)."""


class Act(StrEnum):
    """An act on a laptop, or the code for a new one."""

    PAUSE = "pause"
    RESUME = "resume"
    REVOKE = "revoke"
    CODE = "code"


OFFERED = {
    LaptopState.ACTIVE: (Act.PAUSE, Act.REVOKE),
    LaptopState.PAUSED: (Act.RESUME, Act.REVOKE),
    LaptopState.REVOKED: (Act.RESUME,),
    LaptopState.WIPED: (),
    LaptopState.UNKNOWN: (),
}
"""What can be done about a laptop in a state."""
_STATES = {
    Act.PAUSE: LaptopState.PAUSED,
    Act.RESUME: LaptopState.ACTIVE,
    Act.REVOKE: LaptopState.REVOKED,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """An act that was asked for; `laptop` is None where it is about a new one."""

    act: Act
    agent: BranchAgent
    laptop: AgentLaptop | None = None


@dataclass(frozen=True, slots=True)
class ActState:
    """`code`: the one-time code that was made, empty before."""

    busy: bool = False
    done: bool = False
    code: str = ""
    failure: Failure | None = None


class Branch(Protocol):
    """The branch's session at the server."""

    def put_state(self, device: str, state: LaptopState) -> None:
        """Put a laptop into a state; raises Failure."""

    def laptop_code(self, number: str) -> str:
        """A one-time code; raises Failure."""


class ActPresenter:
    """Does one act, once; `done` hears of it."""

    def __init__(
        self,
        branch: Branch,
        jobs: Jobs,
        asked: Asked,
        show: Callable[[ActState], None],
        done: Callable[[], None],
    ) -> None:
        self._branch = branch
        self._jobs = jobs
        self._asked = asked
        self._show = show
        self._done = done
        self.state = ActState()

    def act(self) -> None:
        """Do it; a second time only where it failed."""
        if not self.state.busy and not self.state.done:
            self._present(ActState(busy=True))
            self._jobs.run(Lane.NETWORK, self._work, self._ended)

    def _work(self) -> str:
        asked = self._asked
        if asked.laptop is None:
            return self._branch.laptop_code(asked.agent.number)
        self._branch.put_state(asked.laptop.device, _STATES[asked.act])
        return ""

    def _ended(self, outcome: Ok[str] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(ActState(failure=outcome.failure))
        else:
            self._present(replace(self.state, busy=False, done=True, code=outcome.value))
            self._done()

    def _present(self, state: ActState) -> None:
        self.state = state
        self._show(state)
