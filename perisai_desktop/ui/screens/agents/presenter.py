"""What the screen of agents and devices does: reads the scorecards, orders them, chooses an agent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.branch_agent import AgentBook
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.agents.state import AgentsState

Show = Callable[[AgentsState], None]


class Agents(Protocol):
    """The branch's session at the server."""

    def book(self) -> AgentBook:
        """The scorecards; raises Failure."""


class AgentsPresenter:
    """The worst agent is chosen first: whose cash has lain longest."""

    def __init__(self, agents: Agents, jobs: Jobs, show: Show) -> None:
        self._agents = agents
        self._jobs = jobs
        self._show = show
        self.state = AgentsState()

    def load(self) -> None:
        """Read the scorecards again; order and choice stay."""
        if not self.state.busy:
            self._present(replace(self.state, busy=True))
            self._jobs.run(Lane.NETWORK, self._agents.book, self._read)

    def sort(self, column: str, descending: bool) -> None:
        """Order the agents by a column."""
        self._present(replace(self.state, sorted_by=column, descending=descending))

    def choose(self, agent_id: str) -> None:
        """Show an agent's card."""
        if agent_id != self.state.chosen:
            self._present(replace(self.state, chosen=agent_id))

    def _read(self, outcome: Ok[AgentBook] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        read = replace(self.state, book=outcome.value, busy=False, failure=None)
        if read.agent is None and read.agents:
            read = replace(read, chosen=read.agents[0].agent_id)
        self._present(read)

    def _present(self, state: AgentsState) -> None:
        self.state = state
        self._show(state)
