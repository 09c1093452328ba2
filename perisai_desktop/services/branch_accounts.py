"""The accounts of a branch, as its server keeps them: who there is, new ones, passwords, suspension."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from perisai_desktop.domain.branch_account import AccountBook, BranchAccount, MadeAccount
from perisai_desktop.domain.failure import Failure, FailureCode
from sync.client.account_requests import AccountRequests
from sync.protocol.accounts import ACTIVE, SUSPENDED, AccountLine

T = TypeVar("T")

_OF_ACT = {FailureCode.BRANCH_SILENT: FailureCode.ACCOUNT_UNCERTAIN}
_OF_AGENT = {**_OF_ACT, FailureCode.TARGET_UNKNOWN: FailureCode.OFFICE_UNKNOWN}
_OF_NEW = {**_OF_ACT, FailureCode.TARGET_UNKNOWN: FailureCode.AGENT_NUMBER_UNKNOWN}


class Asked(Protocol):
    """Makes a Failure of what the server refuses."""

    def __call__(self, ask: Callable[[], T]) -> T:
        """The server's answer; raises Failure."""


class BranchAccounts:
    """Online, with the session of who is signed in. To be used from one thread at a time.

    Every method raises Failure: not_allowed, session_over, server_busy; acts also account_uncertain, where the connection
    broke off and the server may have done it.
    """

    def __init__(self, requests: AccountRequests, asked: Asked) -> None:
        self._requests = requests
        self._asked = asked

    def book(self) -> AccountBook:
        """Everybody's account. Raises Failure: branch_silent."""
        told = self._asked(self._requests.accounts)
        return AccountBook(tuple(_account(one) for one in told.accounts), told.roles, told.offices)

    def add(self, login: str, name: str, role: str, agent: str = "") -> MadeAccount:
        """Make an account; `agent`: the number of the agent that the person is as well, or empty.

        Raises Failure: login_taken, name_taken, agent_number_unknown.
        """
        made = self._told(lambda: self._requests.add(login, name, role, agent or None), _OF_NEW)
        return MadeAccount(made.account_id, made.password)

    def add_agent(self, number: str, name: str, office: str) -> str:
        """Make an agent in an office of the branch: the agent's id. Raises Failure: agent_number_taken, office_unknown."""
        return self._told(lambda: self._requests.add_agent(number, name, office), _OF_AGENT).agent_id

    def suspend(self, account_id: str) -> None:
        """Let nobody in by an account any more. Raises Failure: account_unknown, account_out_of_reach."""
        self._told(lambda: self._requests.put_state(account_id, SUSPENDED), _OF_ACT)

    def restore(self, account_id: str) -> None:
        """Let an account in again. Raises Failure as `suspend`."""
        self._told(lambda: self._requests.put_state(account_id, ACTIVE), _OF_ACT)

    def give_password(self, account_id: str) -> str:
        """A password that only serves to choose another one, shown once. Raises Failure as `suspend`."""
        return self._told(lambda: self._requests.give_password(account_id), _OF_ACT).password

    def _told(self, ask: Callable[[], T], codes: Mapping[FailureCode, FailureCode]) -> T:
        try:
            return self._asked(ask)
        except Failure as failure:
            raise Failure(codes.get(failure.code, failure.code), **failure.data) from None


def _account(told: AccountLine) -> BranchAccount:
    return BranchAccount(
        account_id=told.account_id,
        login=told.login,
        name=told.name,
        role=told.role,
        suspended=told.state == SUSPENDED,
        made_at=told.made_at,
        made_by=told.made_by,
        given_at=told.given_at,
        given_by=told.given_by,
        temporary=told.temporary,
        lapses_at=told.lapses_at,
        signed_in_at=told.signed_in_at,
        locked_until=told.locked_until,
        own=told.own,
        reached=told.reached,
        branch=told.branch,
    )
