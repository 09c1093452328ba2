"""What the screen of agents and devices shows."""

from collections.abc import Callable
from dataclasses import dataclass

from perisai_desktop.domain.branch_agent import AgentBook, BranchAgent
from perisai_desktop.domain.failure import Failure

_KEYS: dict[str, Callable[[BranchAgent], float | str]] = {
    "name": lambda one: one.name.casefold(),
    "cash": lambda one: one.cash,
    "cash_days": lambda one: _or_least(one.cash_days),
    "silent": lambda one: _or_least(one.silent_days),
    "missing": lambda one: one.missing_entries + one.missing_receipts,
    "enrolments": lambda one: one.month_enrolments,
    "entries": lambda one: one.month_entries,
    "returned": lambda one: _or_least(one.return_rate),
}
"""What each column of the table sorts by; nothing known is less than 0."""


@dataclass(frozen=True, slots=True)
class AgentsState:
    """The agents, None until they were read; `chosen` is an agent's id, empty for none."""

    book: AgentBook | None = None
    sorted_by: str = "cash_days"
    descending: bool = True
    chosen: str = ""
    busy: bool = False
    failure: Failure | None = None

    @property
    def agents(self) -> tuple[BranchAgent, ...]:
        """In the order that was asked for; of two alike the one with more cash first, then by number."""
        agents = () if self.book is None else self.book.agents
        settled = sorted(agents, key=lambda one: (-one.cash, one.number))
        return tuple(sorted(settled, key=_KEYS[self.sorted_by], reverse=self.descending))

    @property
    def place(self) -> int:
        """Where the chosen agent stands, -1 for none."""
        return next((place for place, one in enumerate(self.agents) if one.agent_id == self.chosen), -1)

    @property
    def agent(self) -> BranchAgent | None:
        """The chosen agent."""
        return self.agents[self.place] if self.place >= 0 else None


def _or_least(value: float | None) -> float:
    return -1 if value is None else value
