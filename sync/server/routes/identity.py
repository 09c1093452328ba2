"""`GET /v1/identity`: who this server is, before anything is pinned."""

from __future__ import annotations

import time
from collections.abc import Callable

from fastapi import APIRouter, Request, Response

from sync.protocol.encoding import to_base64url
from sync.protocol.messages import PROTOCOL, ServerIdentity
from sync.protocol.wire import wire_bytes
from sync.server.keys import ServerKeys
from sync.server.refusals import Refusal
from sync.server.routes.callers import address_of
from sync.server.routes.signed import SignedAnswers, read_request
from sync.server.services.rate_limits import RateLimit

NAME = "Perisai"


def identity_router(
    keys: ServerKeys,
    answers: SignedAnswers,
    reference_version: Callable[[], str],
    limit: RateLimit,
    *,
    practice: bool,
    public_host: str,
) -> APIRouter:
    """The route; its answer is bound to the caller's challenge where there is one. `limit` counts by address."""
    router = APIRouter(tags=["devices"])

    @router.get("/v1/identity", responses={200: {"model": ServerIdentity}})
    def identity(request: Request) -> Response:
        """Keys, mode and host of this server."""

        def work() -> tuple[int, bytes]:
            seconds = limit.wait_seconds(address_of(request), time.monotonic())
            if seconds:
                raise Refusal("too_many_requests", seconds=seconds)
            found = ServerIdentity(
                protocol=PROTOCOL,
                name=NAME,
                server_key=to_base64url(keys.public),
                recovery_key=to_base64url(keys.recovery_public),
                practice=practice,
                public_host=public_host,
                reference_version=reference_version(),
            )
            return 200, wire_bytes(found)

        return answers.answer(read_request(request, b""), work)

    return router
