"""`PUT /v1/batches/{id}`: entries and their personal parts, answered with a verdict for each."""

import re
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from sync.protocol.identifiers import UUID7_PATTERN
from sync.protocol.messages import Acknowledgement, StoredRaw
from sync.server.refusals import Refusal
from sync.server.routes.requests import capped_body
from sync.server.routes.signed import SignedAnswers, read_request
from sync.server.services.device_door import DeviceDoor
from sync.server.services.intake import Intake

_BATCH_ID = re.compile(UUID7_PATTERN)
OPAQUE = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


def expecting(door: DeviceDoor) -> Callable[[Request], Refusal | None]:
    """A dependency that looks at a request before its body is read: why it is not, None where it is."""

    def expected(request: Request) -> Refusal | None:
        try:
            door.expect(read_request(request, b""))
        except Refusal as refusal:
            return refusal
        return None

    return expected


def batches_router(door: DeviceDoor, intake: Intake, answers: SignedAnswers, most: int) -> APIRouter:
    """The route; the body is an opaque zstd or gzip frame of at most `most` bytes, and sending it again is harmless."""
    router = APIRouter(tags=["devices"])
    refusing = expecting(door)

    async def expected(
        request: Request, refused: Annotated[Refusal | None, Depends(refusing)]
    ) -> bytes | Refusal:
        return await capped_body(request, most) if refused is None else refused

    @router.put(
        "/v1/batches/{batch_id}",
        responses={200: {"model": Acknowledgement}, 202: {"model": StoredRaw}},
        openapi_extra=OPAQUE,
    )
    def put(batch_id: str, request: Request, body: Annotated[bytes | Refusal, Depends(expected)]) -> Response:
        """Keep the batch, then answer with verdicts; 202 where they come with the feed."""
        asked = read_request(request, b"" if isinstance(body, Refusal) else body)

        def work() -> tuple[int, bytes]:
            if isinstance(body, Refusal):
                raise body
            device = door.enter(asked, expected=True)
            if _BATCH_ID.fullmatch(batch_id) is None:
                raise Refusal("request_invalid", field="batch_id")
            taken = intake.receive(device, batch_id, body)
            return taken.status, taken.body

        return answers.answer(asked, work)

    return router
