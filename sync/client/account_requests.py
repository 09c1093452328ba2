"""What an administrator asks about the accounts of the branch, with the session of who is signed in."""

from __future__ import annotations

from urllib.parse import quote

from sync.client.review_client import ReviewClient, built
from sync.protocol.accounts import (
    AccountLine,
    AccountList,
    AccountMade,
    AccountRequest,
    AccountStateRequest,
    AgentMade,
    AgentRequest,
    PasswordGiven,
)

_ACCOUNTS = "/v1/admin/accounts"


class AccountRequests:
    """Every method raises `ReviewFault`."""

    def __init__(self, client: ReviewClient) -> None:
        self._client = client

    def accounts(self) -> AccountList:
        """The accounts of the branch, by login."""
        return self._client.told(AccountList, "GET", _ACCOUNTS)

    def add(self, login: str, name: str, role: str, agent: str | None) -> AccountMade:
        """Makes an account; `agent`: the number of the agent that the person is as well."""
        asked = {"login": login, "name": name, "role": role, "agent": agent}
        return self._client.told(AccountMade, "POST", _ACCOUNTS, built(AccountRequest, asked))

    def add_agent(self, number: str, name: str, office: str) -> AgentMade:
        """Makes an agent in an office of the branch."""
        asked = built(AgentRequest, {"number": number, "name": name, "office": office})
        return self._client.told(AgentMade, "POST", "/v1/admin/agents", asked)

    def put_state(self, account_id: str, state: str) -> AccountLine:
        """Suspends an account, or lets it in again: `suspended` or `active`."""
        asked = built(AccountStateRequest, {"state": state})
        return self._client.told(AccountLine, "PUT", f"{_path(account_id)}/state", asked)

    def give_password(self, account_id: str) -> PasswordGiven:
        """A password in the place of the one that an account had, which only serves to choose another one."""
        return self._client.told(PasswordGiven, "POST", f"{_path(account_id)}/password")


def _path(account_id: str) -> str:
    return f"{_ACCOUNTS}/{quote(account_id, safe='')}"
