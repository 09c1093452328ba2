"""What a new account, or a new agent, is made of, and its making."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.branch_account import AccountBook, MadeAccount
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok
from sync.rules.staff_names import is_login, is_staff_name, login_for, neat_name

REVIEWER, AUDITOR, AGENT = "reviewer", "auditor", "agent"
OFFERED = (REVIEWER, AUDITOR, AGENT)
"""The roles that a branch gives; an agent signs in on a laptop, and has no account at the server."""


class Gap(StrEnum):
    """What is still missing or does not fit."""

    NAME = "name"
    LOGIN = "login"
    NUMBER = "number"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Draft:
    """As typed. `login` is what was typed there; empty: the one that the name suggests. `number`: an agent's."""

    role: str = REVIEWER
    name: str = ""
    login: str = ""
    number: str = ""
    office: str = ""

    @property
    def wanted_login(self) -> str:
        """The login that the account gets."""
        return self.login.strip() or login_for(self.name)

    def gaps(self) -> Iterator[Gap]:
        """What keeps it from being made."""
        if not is_staff_name(neat_name(self.name)):
            yield Gap.NAME
        if self.role == AGENT:
            if not self.number.strip():
                yield Gap.NUMBER
            if not self.office:
                yield Gap.OFFICE
        elif not is_login(self.wanted_login):
            yield Gap.LOGIN


@dataclass(frozen=True, slots=True)
class NewState:
    """`password`: of the account that was made; `agent_id`: the agent that was added; both are empty before."""

    draft: Draft = Draft()
    gaps: frozenset[Gap] = frozenset()
    busy: bool = False
    password: str = field(default="", repr=False)
    agent_id: str = ""
    failure: Failure | None = None

    @property
    def done(self) -> bool:
        """Whether it was made."""
        return bool(self.password or self.agent_id)


class Branch(Protocol):
    """The branch's session at the server; each raises Failure."""

    def add(self, login: str, name: str, role: str, agent: str = "") -> MadeAccount: ...
    def add_agent(self, number: str, name: str, office: str) -> str: ...


class NewPresenter:
    """Makes one account or agent, once; `done` hears the id of the account to show, empty for an agent, and where nobody
    knows how it went."""

    def __init__(
        self,
        branch: Branch,
        jobs: Jobs,
        book: AccountBook,
        show: Callable[[NewState], None],
        done: Callable[[str], None],
    ) -> None:
        self._branch = branch
        self._jobs = jobs
        self._show = show
        self._done = done
        only = book.offices[0] if len(book.offices) == 1 else ""
        self.state = NewState(Draft(office=only))

    def type(self, **fields: str) -> None:
        """Take what was typed or chosen, by the names of `Draft`."""
        if not self.state.busy and not self.state.done:
            draft = replace(self.state.draft, **fields)
            gaps = self.state.gaps & frozenset(draft.gaps())
            self._present(replace(self.state, draft=draft, gaps=gaps, failure=None))

    def make(self) -> None:
        """Make it, where nothing is missing."""
        if self.state.busy or self.state.done:
            return
        gaps = frozenset(self.state.draft.gaps())
        self._present(replace(self.state, gaps=gaps, busy=not gaps, failure=None))
        if not gaps:
            self._jobs.run(Lane.NETWORK, self._work, self._ended)

    def _work(self) -> MadeAccount | str:
        draft = self.state.draft
        number, name = draft.number.strip(), neat_name(draft.name)
        if draft.role == AGENT:
            return self._branch.add_agent(number, name, draft.office)
        return self._branch.add(draft.wanted_login, name, draft.role, number)

    def _ended(self, outcome: Ok[MadeAccount | str] | Err) -> None:
        account_id = ""
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        elif isinstance(outcome.value, str):
            self._present(replace(self.state, busy=False, agent_id=outcome.value))
        else:
            account_id = outcome.value.account_id
            self._present(replace(self.state, busy=False, password=outcome.value.password))
        self._done(account_id)

    def _present(self, state: NewState) -> None:
        self.state = state
        self._show(state)
