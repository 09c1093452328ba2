"""Accounts of a branch: who there is, new ones, passwords that only serve to choose another one, suspension."""

from typing import Annotated

from fastapi import APIRouter, Depends

from sync.protocol.accounts import (
    ACTIVE,
    SUSPENDED,
    AccountLine,
    AccountList,
    AccountMade,
    AccountRequest,
    AccountStateRequest,
    PasswordGiven,
)
from sync.server.domain.account_rights import gives
from sync.server.domain.given_passwords import lapses_at
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.routes.unkept import unkept
from sync.server.services.account_desk import AccountDesk, Seat, Wanted
from sync.server.services.accounts import SignedIn
from sync.server.services.organising import Organising

_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")
_ACT = ("account_unknown", "own_account", "account_out_of_reach")


def accounts_router(desk: AccountDesk, organising: Organising, guard: Guard) -> APIRouter:
    """/v1/admin/accounts and what is below it."""
    router = APIRouter(tags=["admin"], dependencies=[Depends(unkept)])

    @router.get("/v1/admin/accounts", summary="Accounts", responses=problems(*_SESSION))
    def account_list(person: Annotated[SignedIn, Depends(guard)]) -> AccountList:
        """Accounts of one's own branch, or all for roles without a branch, by login; who made each and who gave it its
        password."""
        return AccountList(
            accounts=tuple(_line(seat) for seat in desk.listed(person)),
            roles=tuple(role.value for role in gives(person.role)),
            offices=desk.offices(person),
        )

    @router.post(
        "/v1/admin/accounts",
        summary="Add an account",
        status_code=201,
        responses=problems(
            *_SESSION,
            "account_exists",
            "name_taken",
            "agent_unknown",
            "branch_unknown",
            "role_unsuited",
            "request_invalid",
            "too_many_requests",
        ),
        openapi_extra=body_of(
            AccountRequest, {"login": "penyelia.dua", "name": "Penyelia Contoh", "role": "reviewer"}
        ),
    )
    def add_account(
        person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> AccountMade:
        """Make an account with a generated password. A branch administrator makes reviewers, auditors and agents of the
        own branch only; an operator makes every role."""
        asked = read_model(AccountRequest, body)
        branch_id = person.branch_id
        if branch_id is None and asked.branch is not None:
            branch_id = organising.branch(asked.branch).branch_id
        agent = None if asked.agent is None else organising.agent(asked.agent, branch_id)
        agent_id = None if agent is None else agent.agent_id
        made = desk.add(person, Wanted(asked.login, asked.name, asked.role, branch_id, agent_id))
        return AccountMade(account_id=made.account_id, password=made.password)

    @router.put(
        "/v1/admin/accounts/{account_id}/state",
        summary="Suspend an account, or let it in again",
        responses=problems(*_SESSION, *_ACT, "request_invalid"),
        openapi_extra=body_of(AccountStateRequest, {"state": SUSPENDED}),
    )
    def put_state(
        account_id: str,
        person: Annotated[SignedIn, Depends(guard)],
        body: Annotated[bytes, Depends(raw_body)],
    ) -> AccountLine:
        """The sessions of a suspended account end at once, and what it proposed to a second person is taken away.

        `own_account`: nobody suspends themselves. `account_out_of_reach`: a role that the person does not give, or an
        auditor whom nobody of the branch made.
        """
        suspends = read_model(AccountStateRequest, body).state == SUSPENDED
        return _line((desk.suspend if suspends else desk.restore)(person, account_id))

    @router.post(
        "/v1/admin/accounts/{account_id}/password",
        summary="Give an account a temporary password",
        status_code=201,
        responses=problems(*_SESSION, *_ACT, "too_many_requests"),
    )
    def give_password(account_id: str, person: Annotated[SignedIn, Depends(guard)]) -> PasswordGiven:
        """A password that only serves to choose another one, within seven days; the one before is worth nothing any
        more, sessions end, and wrong passwords are forgotten."""
        return PasswordGiven(password=desk.give_password(person, account_id))

    return router


def _line(seat: Seat) -> AccountLine:
    account = seat.account
    return AccountLine(
        account_id=account.account_id,
        login=account.login,
        name=account.name,
        role=account.role,
        branch=seat.branch,
        state=ACTIVE if account.disabled_at is None else SUSPENDED,
        made_at=account.created_at,
        made_by=seat.made_by,
        given_at=account.given_at or account.created_at,
        given_by=seat.given_by,
        temporary=account.must_change,
        lapses_at=lapses_at(account),
        signed_in_at=account.signed_in_at,
        locked_until=account.locked_until,
        own=seat.own,
        reached=seat.reached,
    )
