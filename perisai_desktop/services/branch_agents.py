"""The agents of a branch and their laptops, as its server tells of them."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from perisai_desktop.domain.branch_agent import AgentBook, AgentLaptop, BranchAgent, LaptopState
from sync.client.agent_requests import AgentRequests
from sync.protocol.agents import AgentDevice, AgentScore

T = TypeVar("T")


class Asked(Protocol):
    """Makes a Failure of what the server refuses."""

    def __call__(self, ask: Callable[[], T]) -> T:
        """The server's answer; raises Failure."""


class BranchAgents:
    """Online, with the session of who is signed in. To be used from one thread at a time."""

    def __init__(self, requests: AgentRequests, asked: Asked) -> None:
        self._requests = requests
        self._asked = asked

    def book(self) -> AgentBook:
        """The scorecards of all agents; raises Failure: not_allowed, no_network, session_over."""
        told = self._asked(self._requests.agents)
        return AgentBook(told.on, tuple(_agent(one) for one in told.agents))

    def put_state(self, device: str, state: LaptopState) -> None:
        """Pause a laptop, revoke it, or let it work again. Raises Failure: laptop_unknown, maker_is_checker,
        move_refused, not_allowed."""
        self._asked(lambda: self._requests.put_state(device, state.value))

    def laptop_code(self, number: str) -> str:
        """The one-time code of an agent's next laptop, shown once. Raises Failure: not_allowed."""
        return self._asked(lambda: self._requests.device_code(number)).code


def _agent(score: AgentScore) -> BranchAgent:
    return BranchAgent(
        agent_id=score.agent_id,
        number=score.number,
        name=score.name,
        office=score.office,
        branch=score.branch,
        week_entries=score.week_entries,
        month_entries=score.month_entries,
        week_enrolments=score.week_enrolments,
        month_enrolments=score.month_enrolments,
        decided=score.decided,
        returned=score.returned,
        cash=score.cash,
        cash_days=score.cash_days,
        missing_entries=score.missing_entries,
        missing_receipts=score.missing_receipts,
        silent_days=score.silent_days,
        laptops=tuple(_laptop(one) for one in score.devices),
    )


def _laptop(device: AgentDevice) -> AgentLaptop:
    known = device.state in list(LaptopState)
    return AgentLaptop(
        device=device.device,
        state=LaptopState(device.state) if known else LaptopState.UNKNOWN,
        enrolled_at=device.enrolled_at,
        seen_at=device.seen_at,
        revoked_at=device.revoked_at,
        wipe_asked_at=device.wipe_asked_at,
        lost_at=device.lost_at,
        missing_entries=device.missing_entries,
        missing_receipts=device.missing_receipts,
    )
