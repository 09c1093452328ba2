"""`POST /v1/verify`: chains compared whole; what differs is split by the device until single entries are told."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request, Response

from sync.protocol.verification import VerifyAnswer, VerifyRequest
from sync.protocol.wire import wire_bytes
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.routes.signed import SignedAnswers, read_request
from sync.server.services.device_door import DeviceDoor
from sync.server.services.verification import Verification

EXAMPLE = {
    "ranges": [
        {"epoch": 1, "first_seq": 1, "last_seq": 400, "count": 400, "rupiah": 3_360_000, "digest": "0" * 64}
    ],
    "told": [],
}


def verify_router(door: DeviceDoor, verification: Verification, answers: SignedAnswers) -> APIRouter:
    """The route; asking again is harmless, and nothing of the entries changes by it."""
    router = APIRouter(tags=["devices"])

    @router.post(
        "/v1/verify",
        responses={200: {"model": VerifyAnswer}},
        openapi_extra=body_of(VerifyRequest, EXAMPLE),
    )
    def verify(request: Request, body: bytes = Depends(raw_body)) -> Response:
        """Ranges that differ in count, rupiah or digest; of told entries those that are not here, and what stands
        in their place."""
        asked = read_request(request, body)

        def work() -> tuple[int, bytes]:
            device = door.enter(asked)
            return 200, wire_bytes(verification.compare(device, read_model(VerifyRequest, body)))

        return answers.answer(asked, work)

    return router
