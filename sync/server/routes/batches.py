"""`PUT /v1/batches/{id}`: entries and their personal parts, answered with a verdict for each."""

from __future__ import annotations

import re

from fastapi import APIRouter, Depends, Request, Response

from sync.protocol.identifiers import UUID7_PATTERN
from sync.protocol.messages import Acknowledgement, StoredRaw
from sync.server.refusals import Refusal
from sync.server.routes.requests import raw_body
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


def batches_router(door: DeviceDoor, intake: Intake, answers: SignedAnswers) -> APIRouter:
    """The route; the body is an opaque zstd or gzip frame, and sending it again is harmless."""
    router = APIRouter(tags=["devices"])

    @router.put(
        "/v1/batches/{batch_id}",
        responses={200: {"model": Acknowledgement}, 202: {"model": StoredRaw}},
        openapi_extra=OPAQUE,
    )
    def put(batch_id: str, request: Request, body: bytes = Depends(raw_body)) -> Response:
        """Keep the batch, then answer with verdicts; 202 where they come with the feed."""
        asked = read_request(request, body)

        def work() -> tuple[int, bytes]:
            device = door.enter(asked)
            if _BATCH_ID.fullmatch(batch_id) is None:
                raise Refusal("request_invalid", field="batch_id")
            taken = intake.receive(device, batch_id, body)
            return taken.status, taken.body

        return answers.answer(asked, work)

    return router
