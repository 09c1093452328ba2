"""`POST /v1/hello`: the first message of every sync; with nothing to do, the only one."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request, Response

from sync.protocol.messages import Hello, HelloAnswer
from sync.protocol.wire import wire_bytes
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.routes.signed import SignedAnswers, read_request
from sync.server.services.device_door import DeviceDoor
from sync.server.services.hello import Greeting

EXAMPLE = {
    "protocol": 1,
    "marks": [{"device": "7Q2FK", "epoch": 1, "seq": 0, "head_hash": "0" * 64}],
    "urgent": [],
    "cursor": 0,
    "wall_at": "2026-11-22T02:15:30.123Z",
    "utc_offset": 420,
    "monotonic_ms": 0,
    "boot_id": "A" * 22,
    "program_version": "1.0.0",
    "reference_version": "2026.1",
    "queue_entries": 0,
    "queue_rupiah": 0,
}


def hello_router(door: DeviceDoor, greeting: Greeting, answers: SignedAnswers) -> APIRouter:
    """The route; the request is signed over the client's challenge, which the answer echoes."""
    router = APIRouter(tags=["devices"])

    @router.post(
        "/v1/hello",
        responses={200: {"model": HelloAnswer}},
        openapi_extra=body_of(Hello, EXAMPLE),
    )
    def hello(request: Request, body: bytes = Depends(raw_body)) -> Response:
        """High-water marks, gaps, limits, and a nonce for the requests that follow."""
        asked = read_request(request, body)

        def work() -> tuple[int, bytes]:
            device = door.greet(asked)
            return 200, wire_bytes(greeting.greet(asked, device, read_model(Hello, body)))

        return answers.answer(asked, work)

    return router
