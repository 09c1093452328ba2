"""`POST /v1/bundles` and `POST /v1/review/bundles`: files of laptops without a network, brought by somebody who has one."""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import Annotated, BinaryIO, cast

from fastapi import APIRouter, Depends, Request, Response

from sync.protocol.bundle_answer import BundleTaken
from sync.protocol.wire import wire_bytes
from sync.server.refusals import Refusal
from sync.server.routes.batches import OPAQUE, expecting
from sync.server.routes.callers import Guard
from sync.server.routes.problems import problems
from sync.server.routes.signed import SignedAnswers, read_request
from sync.server.services.accounts import SignedIn
from sync.server.services.blobs import RETRY_SECONDS
from sync.server.services.bundles import Bundles
from sync.server.services.device_door import DeviceDoor

BUNDLES = ("/v1/bundles", "/v1/review/bundles")
"""Bodies that are read piece by piece."""
_IN_MEMORY = 1024 * 1024
_SESSION = ("session_missing", "session_lapsed", "role_not_allowed", "password_must_change")


@dataclass(frozen=True, slots=True)
class Upload:
    """A body beside the memory, standing at its beginning, and the SHA-256 of it."""

    file: BinaryIO
    digest: str


def bundles_router(door: DeviceDoor, bundles: Bundles, answers: SignedAnswers, most: int) -> APIRouter:
    """The route of devices: any device may bring the file of another. `most` bytes at once."""
    router = APIRouter(tags=["devices"])

    refusing = expecting(door)

    async def expected(
        request: Request, refused: Annotated[Refusal | None, Depends(refusing)]
    ) -> AsyncIterator[Upload | Refusal]:
        if refused is not None:
            yield refused
            return
        async with _uploading(request, most) as upload:
            yield upload

    @router.post("/v1/bundles", responses={200: {"model": BundleTaken}}, openapi_extra=OPAQUE)
    def bring(request: Request, upload: Annotated[Upload | Refusal, Depends(expected)]) -> Response:
        """Take in a sealed file; the device that brings it learns counts and the file's mark, never what is in it."""
        asked = read_request(request, b"", "" if isinstance(upload, Refusal) else upload.digest)

        def work() -> tuple[int, bytes]:
            if isinstance(upload, Refusal):
                raise upload
            carrier = door.enter(asked, expected=True)
            return 200, wire_bytes(bundles.taken(upload.file, carrier.device))

        return answers.answer(asked, work)

    return router


def carried_router(bundles: Bundles, guard: Guard, most: int) -> APIRouter:
    """The route of the branch's people. `most` bytes at once."""
    router = APIRouter(tags=["review"])

    async def uploaded(request: Request) -> AsyncIterator[Upload]:
        async with _uploading(request, most) as upload:
            yield upload

    @router.post(
        "/v1/review/bundles",
        summary="Take in a file of a laptop",
        responses=problems(
            *_SESSION,
            "file_damaged",
            "file_for_other_key",
            "file_newer",
            "file_of_other_kind",
            "file_foreign",
            "body_too_large",
            "store_unavailable",
        ),
        openapi_extra=OPAQUE,
    )
    def receive(
        person: Annotated[SignedIn, Depends(guard)], upload: Annotated[Upload, Depends(uploaded)]
    ) -> BundleTaken:
        """Take in a sealed file that was brought on a stick; the answer goes back on the same stick.

        Whoever brings it learns counts, rupiah and the file's mark for the hand-over sheet, never what is in it.
        """
        return bundles.taken(upload.file, person.account_id)

    return router


@asynccontextmanager
async def _uploading(request: Request, most: int) -> AsyncIterator[Upload]:
    """A body of at most `most` bytes beside the memory. Refusals: 413 `body_too_large`, 503 `store_unavailable` where
    there is no room for it."""
    digest, size = hashlib.sha256(), 0
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
        async for chunk in request.stream():
            size += len(chunk)
            if size > most:
                raise Refusal("body_too_large")
            digest.update(chunk)
            try:
                file.write(chunk)
            except OSError:
                raise Refusal("store_unavailable", seconds=RETRY_SECONDS) from None
        file.seek(0)
        yield Upload(cast(BinaryIO, file), digest.hexdigest())
