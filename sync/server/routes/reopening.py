"""`POST /v1/admin/devices/{device}/reopening`: the branch answers a laptop whose password was forgotten."""

from typing import Annotated

from fastapi import APIRouter, Depends

from sync.protocol.reopening import ReopenAnswer, ReopenAsk
from sync.server.refusals import Refusal
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.services.accounts import SignedIn
from sync.server.services.reopening import Reopening

EXAMPLE = {
    "request": {
        "kind": "reopen_request",
        "format": 1,
        "device": "7Q2FK",
        "public_key": "A" * 43,
        "made_at": "2026-11-22T02:15:30.123Z",
    },
    "code": "7Q2F-K93X-WBH0",
}


def reopening_router(reopening: Reopening, guard: Guard) -> APIRouter:
    """The route; a branch administrator answers inside the own branch."""
    router = APIRouter(tags=["admin"])

    @router.post(
        "/v1/admin/devices/{device}/reopening",
        summary="Answer a forgotten password",
        responses=problems(
            "session_missing",
            "session_lapsed",
            "role_not_allowed",
            "password_must_change",
            "laptop_unknown",
            "laptop_revoked",
            "maker_is_checker",
            "reopen_other_laptop",
            "reopen_code_differs",
            "reopen_too_old",
            "recovery_key_lost",
            "file_damaged",
            "request_invalid",
        ),
        openapi_extra=body_of(ReopenAsk, EXAMPLE),
    )
    def reopen(
        device: str, person: Annotated[SignedIn, Depends(guard)], body: Annotated[bytes, Depends(raw_body)]
    ) -> ReopenAnswer:
        """The laptop's store key, sealed to the request that its agent made: nobody else can open it. `code` is what
        the agent reads out on the phone; where it is another, somebody else made the file. It is in the audit trail."""
        asked = read_model(ReopenAsk, body)
        if asked.request.device != device:
            raise Refusal("reopen_other_laptop")
        return reopening.answer(
            asked.request, asked.code, person.account_id, person.branch_id, person.agent_id
        )

    return router
