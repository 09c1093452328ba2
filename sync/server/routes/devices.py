"""`POST /v1/devices`: a laptop becomes an agent's device by a one-time code and the proof of its key."""

from __future__ import annotations

import time
from collections.abc import Callable

from fastapi import APIRouter, Depends, Request, Response

from sync.protocol.messages import DeviceGrant, DeviceRequest
from sync.protocol.wire import wire_bytes
from sync.server.refusals import Refusal
from sync.server.routes.callers import address_of
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.routes.signed import SignedAnswers, read_request
from sync.server.services.devices import DeviceEnrolment
from sync.server.services.rate_limits import RateLimit

EXAMPLE = {
    "protocol": 1,
    "code": "7Q2FK-01ABC-7Q2FK-01ABC",
    "public_key": "A" * 43,
    "recovery_wrap": "AAAA",
    "program_version": "1.0.0",
}


def devices_router(
    enrolment: DeviceEnrolment, answers: SignedAnswers, reference_version: Callable[[], str], limit: RateLimit
) -> APIRouter:
    """The route; an address that tries codes too fast has to wait."""
    router = APIRouter(tags=["devices"])

    @router.post(
        "/v1/devices",
        responses={200: {"model": DeviceGrant}},
        openapi_extra=body_of(DeviceRequest, EXAMPLE),
    )
    def enrol(request: Request, body: bytes = Depends(raw_body)) -> Response:
        """Spend a one-time code; the same key may ask again for the same grant."""
        asked = read_request(request, body)

        def work() -> tuple[int, bytes]:
            seconds = limit.wait_seconds(address_of(request), time.monotonic())
            if seconds:
                raise Refusal("too_many_requests", seconds=seconds)
            grant = enrolment.enrol(asked, read_model(DeviceRequest, body), reference_version())
            return 200, wire_bytes(grant)

        return answers.answer(asked, work)

    return router
