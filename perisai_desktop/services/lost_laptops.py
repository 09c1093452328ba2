"""What a branch does about a lost laptop, as its server keeps it: report, wipe, hand-over, and who was on it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol, TypeVar

from perisai_desktop.domain.branch_agent import LaptopState
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.lost_laptop import HeldChain, HeldList, HeldPerson, LaptopStanding
from sync.client.agent_requests import AgentRequests
from sync.protocol import lost_laptop as wire
from sync.protocol.agents import DeviceStatus

T = TypeVar("T")


class Asked(Protocol):
    """Makes a Failure of what the server refuses."""

    def __call__(self, ask: Callable[[], T]) -> T:
        """The server's answer; raises Failure."""


class LostLaptops:
    """Online, with the session of who is signed in. To be used from one thread at a time.

    Every method raises Failure: laptop_unknown, not_allowed, no_network, session_over; acts also maker_is_checker,
    move_refused.
    """

    def __init__(self, requests: AgentRequests, asked: Asked) -> None:
        self._requests = requests
        self._asked = asked

    def standing(self, device: str) -> LaptopStanding:
        """How a laptop stands."""
        return _standing(self._asked(lambda: self._requests.device(device)))

    def report(self, device: str, hours_ago: int) -> LaptopStanding:
        """Report a loss of which the branch was told some hours ago, and revoke the laptop."""
        return _standing(self._asked(lambda: self._requests.report_lost(device, hours_ago)))

    def found(self, device: str) -> LaptopStanding:
        """Take the report back; the laptop stays revoked."""
        return _standing(self._asked(lambda: self._requests.found_again(device)))

    def wipe(self, device: str) -> LaptopStanding:
        """Have a laptop wiped once nothing of it is missing."""
        return _standing(self._asked(lambda: self._requests.ask_wipe(device)))

    def keep(self, device: str) -> LaptopStanding:
        """Have it wiped no more."""
        return _standing(self._asked(lambda: self._requests.withdraw_wipe(device)))

    def approve(self, device: str) -> LaptopStanding:
        """Approve that it be wiped whatever is missing."""
        return _standing(self._asked(lambda: self._requests.approve_wipe(device)))

    def hand_over(self, giving: str, taking: str) -> int:
        """Hand everybody whom an agent serves to another, both by number; how many these are.

        Raises Failure: nobody_to_hand_over, where the agent serves nobody.
        """
        try:
            return self._asked(lambda: self._requests.hand_over(giving, taking)).workers
        except Failure as failure:
            if failure.code is FailureCode.RECORD_CHANGED:
                raise Failure(FailureCode.NOBODY_TO_HAND_OVER) from None
            raise

    def people(self, device: str, before: HeldList | None = None) -> HeldList:
        """The first page of who was on a laptop, or `before` with the next page."""
        page = _held(
            self._asked(lambda: self._requests.records(device, None if before is None else before.after))
        )
        return page if before is None else replace(page, people=(*before.people, *page.people))


def _standing(told: DeviceStatus) -> LaptopStanding:
    known = told.state in list(LaptopState)
    return LaptopStanding(
        device=told.device,
        state=LaptopState(told.state) if known else LaptopState.UNKNOWN,
        lost_at=told.lost_at,
        notice_due=told.notice_due,
        wipe_asked_at=told.wipe_asked_at,
        approved_by=told.approved_by,
        approved_by_me=told.approved_by_me,
    )


def _held(told: wire.LaptopRecords) -> HeldList:
    return HeldList(
        device=told.device,
        agent_number=told.agent_number,
        agent_name=told.agent_name,
        seen_at=told.seen_at,
        lost_at=told.lost_at,
        notice_due=told.notice_due,
        chains=tuple(
            HeldChain(one.epoch, one.received, one.received_at, one.told, one.missing) for one in told.chains
        ),
        people=tuple(
            HeldPerson(
                one.worker_id,
                one.name,
                one.nik,
                one.phone,
                one.data,
                one.epoch,
                one.seq,
                one.received_at,
            )
            for one in told.people
        ),
        total=told.total,
        after=told.after,
    )
