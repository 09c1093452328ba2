"""`HEAD` and `PATCH /v1/blobs/{sha256}`: pictures in pieces; `POST .../lost` where a store has not got one."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from sync.protocol.blobs import HEADER_ANSWER, LARGEST_BLOB, BlobLost, BlobStanding
from sync.protocol.identifiers import HASH_PATTERN
from sync.protocol.wire import wire_bytes
from sync.server.refusals import Refusal
from sync.server.routes.requests import body_of, raw_body, read_model
from sync.server.routes.signed import SignedAnswers, read_request
from sync.server.services.blobs import Blobs
from sync.server.services.device_door import DeviceDoor

_HASH = re.compile(HASH_PATTERN)
_PIECE = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}
_HEADERS = {HEADER_ANSWER: {"description": "What the body would be.", "schema": {"type": "string"}}}


def blobs_router(door: DeviceDoor, blobs: Blobs, answers: SignedAnswers) -> APIRouter:
    """The routes; a picture is known by the SHA-256 of its bytes, in its device's own room."""
    router = APIRouter(tags=["devices"])

    @router.head("/v1/blobs/{sha256}", responses={200: {"headers": _HEADERS}})
    def stand(sha256: str, request: Request) -> Response:
        """How many bytes of a picture are here for good; the answer stands in a header, signed as a body."""
        asked = read_request(request, b"")

        def work() -> tuple[int, bytes]:
            device = door.enter(asked)
            return 200, wire_bytes(blobs.standing(device, _checked(sha256)))

        return answers.answer(asked, work)

    @router.patch("/v1/blobs/{sha256}", responses={200: {"model": BlobStanding}}, openapi_extra=_PIECE)
    def append(
        sha256: str,
        request: Request,
        body: Annotated[bytes, Depends(raw_body)],
        offset: Annotated[int, Query(ge=0, le=LARGEST_BLOB)] = 0,
    ) -> Response:
        """Put a piece at the offset that is durable here; at any other 409 with the right one."""
        asked = read_request(request, body)

        def work() -> tuple[int, bytes]:
            device = door.enter(asked)
            return 200, wire_bytes(blobs.append(device, _checked(sha256), offset, body))

        return answers.answer(asked, work)

    @router.post(
        "/v1/blobs/{sha256}/lost",
        responses={200: {"model": BlobStanding}},
        openapi_extra=body_of(BlobLost, {"code": "missing"}),
    )
    def lose(sha256: str, request: Request, body: Annotated[bytes, Depends(raw_body)]) -> Response:
        """A store says that it has not got a picture that its entry names; the branch sees it."""
        asked = read_request(request, body)

        def work() -> tuple[int, bytes]:
            device = door.enter(asked)
            lost = read_model(BlobLost, body)
            return 200, wire_bytes(blobs.lose(device, _checked(sha256), lost.code))

        return answers.answer(asked, work)

    return router


def _checked(sha256: str) -> str:
    if _HASH.fullmatch(sha256) is None:
        raise Refusal("request_invalid", field="sha256")
    return sha256
