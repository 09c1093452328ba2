"""What an administrator does about an account, and the doing of one act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.branch_account import BranchAccount
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok


class Act(StrEnum):
    """An act on an account."""

    PASSWORD = "password"  # noqa: S105 - the name of an act
    SUSPEND = "suspend"
    RESTORE = "restore"


def offered(account: BranchAccount) -> tuple[Act, ...]:
    """What can be done about an account as it stands."""
    if not account.reached:
        return ()
    return Act.PASSWORD, Act.RESTORE if account.suspended else Act.SUSPEND


@dataclass(frozen=True, slots=True)
class Asked:
    """An act that was asked for."""

    act: Act
    account: BranchAccount


@dataclass(frozen=True, slots=True)
class ActState:
    """`password`: the one that was given, empty before."""

    busy: bool = False
    done: bool = False
    password: str = field(default="", repr=False)
    failure: Failure | None = None

    @property
    def ready(self) -> bool:
        """Whether it can be done now."""
        return not self.busy and not self.done


class Branch(Protocol):
    """The branch's session at the server; each raises Failure."""

    def suspend(self, account_id: str) -> None: ...
    def restore(self, account_id: str) -> None: ...
    def give_password(self, account_id: str) -> str: ...


class ActPresenter:
    """Does one act, once; `done` hears that the list is to be read again, also where nobody knows how it went."""

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
        if self.state.ready:
            self._present(replace(self.state, busy=True, failure=None))
            self._jobs.run(Lane.NETWORK, self._work, self._ended)

    def _work(self) -> str:
        account_id = self._asked.account.account_id
        if self._asked.act is Act.PASSWORD:
            return self._branch.give_password(account_id)
        (self._branch.suspend if self._asked.act is Act.SUSPEND else self._branch.restore)(account_id)
        return ""

    def _ended(self, outcome: Ok[str] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._present(ActState(done=True, password=outcome.value))
        self._done()

    def _present(self, state: ActState) -> None:
        self.state = state
        self._show(state)
