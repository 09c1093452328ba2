"""Signing in and out, and one's own password."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from sync.protocol.sessions import PasswordRequest, ReviewSession, SignInRequest
from sync.server.routes.callers import Guard, address_of, rate_guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.routes.unkept import unkept
from sync.server.services.accounts import Accounts, SignedIn
from sync.server.services.organising import Organising
from sync.server.services.rate_limits import RateLimit


def sessions_router(
    accounts: Accounts, organising: Organising, guard: Guard, sign_ins: RateLimit, *, practice: bool
) -> APIRouter:
    """/v1/review/session and /v1/review/password."""
    router = APIRouter(tags=["sessions"], dependencies=[Depends(unkept)])

    def answer(person: SignedIn, token: str) -> ReviewSession:
        branch = "" if person.branch_id is None else organising.branch_of_id(person.branch_id).name
        return ReviewSession(
            token=token,
            login=person.login,
            name=person.name,
            role=person.role.value,
            branch=branch,
            expires_at=person.expires_at,
            practice=practice,
            must_change=person.must_change,
        )

    @router.post(
        "/v1/review/session",
        summary="Sign in",
        responses=problems(
            "sign_in_refused", "password_lapsed", "account_locked", "too_many_requests", "request_invalid"
        ),
        openapi_extra=body_of(SignInRequest, {"login": "penyelia", "password": "contoh-saja-bukan"}),
        dependencies=[Depends(rate_guard(sign_ins))],
    )
    def sign_in(request: Request, body: Annotated[bytes, Depends(raw_body)]) -> ReviewSession:
        """Exchange login and password for a bearer token that lasts 8 hours.

        A wrong login and a wrong password get the same answer; five failures in a row lock the account. Where
        `must_change` is true, somebody else gave the password: the session only serves to choose another one, and no
        session begins seven days later (`password_lapsed`).
        """
        asked = read_model(SignInRequest, body)
        token, person = accounts.sign_in(asked.login, asked.password, address_of(request))
        return answer(person, token)

    @router.get(
        "/v1/review/session",
        summary="Who is signed in",
        responses=problems("session_missing", "session_lapsed", "role_not_allowed"),
    )
    def session(person: Annotated[SignedIn, Depends(guard)]) -> ReviewSession:
        """The session behind the token; the token itself is not repeated."""
        return answer(person, "")

    @router.delete(
        "/v1/review/session",
        summary="Sign out",
        status_code=204,
        responses=problems("session_missing", "session_lapsed", "role_not_allowed"),
    )
    def sign_out(person: Annotated[SignedIn, Depends(guard)]) -> Response:
        """End the session that asks; its token is worth nothing afterwards."""
        accounts.sign_out(person)
        return Response(status_code=204)

    @router.put(
        "/v1/review/password",
        summary="Change one's own password",
        status_code=204,
        responses=problems(
            "session_missing",
            "session_lapsed",
            "role_not_allowed",
            "sign_in_refused",
            "account_locked",
            "password_too_short",
            "password_unchanged",
        ),
        openapi_extra=body_of(PasswordRequest, {"old": "contoh-lama-saja", "new": "contoh-baru-saja"}),
        dependencies=[Depends(rate_guard(sign_ins))],
    )
    def change_password(
        person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> Response:
        """Replace the password; every session of the account ends, this one too."""
        asked = read_model(PasswordRequest, body)
        accounts.change_password(person, asked.old, asked.new)
        return Response(status_code=204)

    return router
