"""What an administrator and the server say to each other about accounts: who there is, new ones, passwords, suspension."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from sync.protocol.wire import LONGEST_LINE, AnswerModel, Blank, Instant, StrictModel, Text
from sync.rules.staff_names import LOGIN_PATTERN, STAFF_NAME_PATTERN

ACTIVE, SUSPENDED = "active", "suspended"
"""How an account stands."""
TEMPORARY_DAYS = 7
"""So long a password that somebody else gave lets its holder in to choose another one."""
PersonName = Annotated[str, StringConstraints(max_length=LONGEST_LINE, pattern=STAFF_NAME_PATTERN)]
"""The name of somebody who works for a branch (`sync/rules/staff_names.py`)."""


class AccountLine(AnswerModel):
    """An account without its password.

    `branch` is a name, empty for an account of none. `made_by`, `given_by`: names, empty for the server's terminal.
    `temporary`: somebody else gave the password that it has, and the account serves for nothing but choosing another.
    """

    account_id: str
    login: str
    name: str
    role: str
    branch: str
    state: Annotated[str, Field(description="active or suspended.")]
    made_at: Instant
    made_by: str
    given_at: Annotated[
        Instant,
        Field(description="When somebody else gave it a password last: the first one counts as well."),
    ]
    given_by: str
    temporary: bool
    lapses_at: Annotated[
        Instant | None, Field(description="When a temporary password opens nothing any more.")
    ] = None
    signed_in_at: Annotated[Instant | None, Field(description="When its holder signed in last; never.")] = (
        None
    )
    locked_until: Annotated[Instant | None, Field(description="Wrong passwords locked it.")] = None
    own: Annotated[bool, Field(description="It is the account that asks.")]
    reached: Annotated[bool, Field(description="Whether the account that asks may act on it.")]


class AccountList(AnswerModel):
    """`GET /v1/admin/accounts`: by login. `roles`: those that the account that asks may give; `offices`: by name, where a
    new agent may be housed."""

    accounts: tuple[AccountLine, ...]
    roles: tuple[str, ...]
    offices: tuple[str, ...]


class AccountRequest(StrictModel):
    """`POST /v1/admin/accounts`. `agent`: the number of the agent that the person is as well."""

    login: Annotated[str, Field(pattern=LOGIN_PATTERN)]
    name: PersonName
    role: Annotated[str, Field(pattern=r"^[a-z_]{1,20}$")]
    branch: Blank | None = None
    agent: Annotated[Blank, Field(max_length=40)] | None = None


class AccountMade(AnswerModel):
    """A new account with its first password, which has to be changed at the first sign-in."""

    account_id: str
    password: Annotated[str, Field(repr=False, description="Shown once.")]


class AccountStateRequest(StrictModel):
    """`PUT /v1/admin/accounts/{account_id}/state`: active or suspended."""

    state: Annotated[str, Field(pattern=r"^(active|suspended)$")]


class PasswordGiven(AnswerModel):
    """A password in the place of the one that an account had; it has to be changed at the next sign-in."""

    password: Annotated[str, Field(repr=False, description="Shown once.")]


class AgentRequest(StrictModel):
    """`POST /v1/admin/agents`."""

    number: Annotated[Text, Field(max_length=40)]
    name: PersonName
    office: Text


class AgentMade(AnswerModel):
    """The id of a new agent."""

    agent_id: str
