"""What a branch does about an agent's laptops, who may do it, and the doing of one act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.branch_agent import AgentLaptop, BranchAgent, LaptopState
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.lost_laptop import LaptopStanding
from perisai_desktop.domain.outcome import Err, Ok


class Act(StrEnum):
    """An act on a laptop or an agent; `GUIDE`, `RECORDS`, `NUMBERS` and `REOPEN` open a dialog of their own."""

    PAUSE = "pause"
    RESUME = "resume"
    REVOKE = "revoke"
    LOST = "lost"
    FOUND = "found"
    WIPE = "wipe"
    APPROVE = "approve"
    KEEP = "keep"
    HAND_OVER = "hand_over"
    CODE = "code"
    GUIDE = "guide"
    RECORDS = "records"
    NUMBERS = "numbers"
    REOPEN = "reopen"


OF_AGENT = (Act.HAND_OVER, Act.CODE)
"""What is about an agent, whichever laptop."""
_ADMIN = frozenset(Act)
RIGHTS: Mapping[str, frozenset[Act]] = {
    "branch_admin": _ADMIN,
    "operator": _ADMIN - {Act.RECORDS, Act.REOPEN},
    "reviewer": frozenset({Act.RECORDS, Act.NUMBERS}),
    "auditor": frozenset({Act.RECORDS}),
}
"""What the server lets each role do (sync/server/permissions.py)."""
_OF_STATE = {
    LaptopState.ACTIVE: (Act.PAUSE, Act.REVOKE, Act.NUMBERS, Act.REOPEN),
    LaptopState.PAUSED: (Act.RESUME, Act.REVOKE, Act.NUMBERS, Act.REOPEN),
    LaptopState.REVOKED: (Act.RESUME,),
}
HOURS = (0, 1, 3, 6, 12, 24, 48)
"""So many hours ago the branch may have been told of a loss."""


def offered(laptop: AgentLaptop, rights: frozenset[Act]) -> tuple[Act, ...]:
    """What can be done about a laptop as it stands, by whoever has these rights.

    Of one that is lost the procedure offers the rest.
    """
    found: tuple[Act, ...] = (Act.RECORDS,)
    if laptop.state in _OF_STATE and laptop.lost_at is None:
        wiping = (Act.WIPE,) if laptop.wipe_asked_at is None else (Act.APPROVE, Act.KEEP)
        found = (Act.GUIDE, *_OF_STATE[laptop.state], *wiping, Act.RECORDS)
    elif laptop.state in _OF_STATE:
        found = (Act.GUIDE, Act.FOUND, Act.RESUME) if Act.GUIDE in rights else found
    return tuple(act for act in found if act in rights)


@dataclass(frozen=True, slots=True)
class Asked:
    """An act that was asked for; `laptop` is None where it is about the agent. `others`: who may take the workers."""

    act: Act
    agent: BranchAgent
    laptop: AgentLaptop | None = None
    others: tuple[BranchAgent, ...] = ()

    @property
    def choosing(self) -> bool:
        """Whether something has to be chosen first: since when, or to whom."""
        return self.act in (Act.LOST, Act.HAND_OVER)


@dataclass(frozen=True, slots=True)
class ActState:
    """`choice`: hours ago, or the number of an agent. `code`: the one-time code that was made, empty before.

    `standing`: how the laptop stands after an act that tells it; `count`: how many people were handed over.
    """

    choice: str = ""
    busy: bool = False
    done: bool = False
    code: str = ""
    count: int = 0
    standing: LaptopStanding | None = None
    failure: Failure | None = None

    def ready(self, asked: Asked) -> bool:
        """Whether it can be done now."""
        return not self.busy and not self.done and (bool(self.choice) or not asked.choosing)


class Branch(Protocol):
    """The branch's session at the server; each raises Failure."""

    def put_state(self, device: str, state: LaptopState) -> None: ...
    def laptop_code(self, number: str) -> str: ...


class Losses(Protocol):
    """The same session, about loss, wipe and hand-over; each raises Failure."""

    def report(self, device: str, hours_ago: int) -> LaptopStanding: ...
    def found(self, device: str) -> LaptopStanding: ...
    def wipe(self, device: str) -> LaptopStanding: ...
    def keep(self, device: str) -> LaptopStanding: ...
    def approve(self, device: str) -> LaptopStanding: ...
    def hand_over(self, giving: str, taking: str) -> int: ...


_STATES = {
    Act.PAUSE: LaptopState.PAUSED,
    Act.RESUME: LaptopState.ACTIVE,
    Act.REVOKE: LaptopState.REVOKED,
}


class ActPresenter:
    """Does one act, once; `done` hears of it."""

    def __init__(
        self,
        branch: Branch,
        losses: Losses,
        jobs: Jobs,
        asked: Asked,
        show: Callable[[ActState], None],
        done: Callable[[], None],
    ) -> None:
        self._branch = branch
        self._losses = losses
        self._jobs = jobs
        self._asked = asked
        self._show = show
        self._done = done
        self.state = ActState(choice="0" if asked.act is Act.LOST else "")

    def choose(self, choice: str) -> None:
        """Take since when, or who takes the workers."""
        self._present(replace(self.state, choice=choice, failure=None))

    def act(self) -> None:
        """Do it; a second time only where it failed."""
        if self.state.ready(self._asked):
            self._present(replace(self.state, busy=True, failure=None))
            self._jobs.run(Lane.NETWORK, self._work, self._ended)

    def _work(self) -> ActState:
        asked, done = self._asked, replace(self.state, busy=False, done=True)
        if asked.act is Act.HAND_OVER:
            return replace(done, count=self._losses.hand_over(asked.agent.number, done.choice))
        if asked.laptop is None:
            return replace(done, code=self._branch.laptop_code(asked.agent.number))
        if asked.act in _STATES:
            self._branch.put_state(asked.laptop.device, _STATES[asked.act])
            return done
        return replace(done, standing=self._told(asked.laptop.device))

    def _told(self, device: str) -> LaptopStanding:
        if self._asked.act is Act.LOST:
            return self._losses.report(device, int(self.state.choice))
        doing = {
            Act.FOUND: self._losses.found,
            Act.WIPE: self._losses.wipe,
            Act.APPROVE: self._losses.approve,
            Act.KEEP: self._losses.keep,
        }
        return doing[self._asked.act](device)

    def _ended(self, outcome: Ok[ActState] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._present(outcome.value)
            self._done()

    def _present(self, state: ActState) -> None:
        self.state = state
        self._show(state)
