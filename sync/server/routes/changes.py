"""`GET /v1/changes?cursor=`: what happened since, row by row."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from sync.protocol.canonical import LARGEST_INTEGER
from sync.protocol.feed import MOST_ROWS, ChangesPage
from sync.protocol.wire import wire_bytes
from sync.server.routes.signed import SignedAnswers, read_request
from sync.server.services.device_door import DeviceDoor
from sync.server.services.feed import Changes


def changes_router(door: DeviceDoor, changes: Changes, answers: SignedAnswers) -> APIRouter:
    """The route; `cursor` is the last position applied, 0 for none."""
    router = APIRouter(tags=["devices"])

    @router.get("/v1/changes", responses={200: {"model": ChangesPage}})
    def pull(
        request: Request,
        cursor: Annotated[int, Query(ge=0, le=LARGEST_INTEGER)] = 0,
        limit: Annotated[int, Query(ge=1, le=MOST_ROWS)] = MOST_ROWS,
    ) -> Response:
        """Verdicts, decisions and other rows after the cursor, in order."""
        asked = read_request(request, b"")

        def work() -> tuple[int, bytes]:
            return 200, wire_bytes(changes.page(door.enter(asked), cursor, limit))

        return answers.answer(asked, work)

    return router
