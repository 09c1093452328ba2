"""Answers to devices: every status, refusals too, is signed and bound to the signature of its request."""

from __future__ import annotations

import logging
from collections.abc import Callable

from fastapi import Request, Response

from sync.protocol.blobs import HEADER_ANSWER
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import to_base64url
from sync.protocol.messages import Problem
from sync.protocol.signatures import (
    HEADER_CHALLENGE,
    HEADER_DEVICE,
    HEADER_NONCE,
    HEADER_SIGNATURE,
    HEADER_TIME,
    answer_message,
    wire_instant,
)
from sync.protocol.wire import wire_bytes
from sync.server.clock import Clock
from sync.server.keys import ServerKeys
from sync.server.logs import REQUEST
from sync.server.refusals import Refusal
from sync.server.routes.problems import MEDIA_TYPE
from sync.server.services.device_door import SignedRequest

LOG = logging.getLogger(__name__)
JSON = "application/json"


def read_request(request: Request, body: bytes, body_digest: str = "") -> SignedRequest:
    """What a device sent, with path and query exactly as they came; `body_digest` of a body that was not kept."""
    query = request.scope["query_string"].decode("latin-1")
    path = (request.scope.get("raw_path") or request.scope["path"].encode()).decode("latin-1")
    headers = request.headers
    return SignedRequest(
        method=request.method,
        path_query=f"{path}?{query}" if query else path,
        device=headers.get(HEADER_DEVICE, ""),
        time=headers.get(HEADER_TIME, ""),
        nonce=headers.get(HEADER_NONCE, ""),
        challenge=headers.get(HEADER_CHALLENGE, ""),
        signature=headers.get(HEADER_SIGNATURE, ""),
        body=body,
        body_digest=body_digest,
    )


class SignedAnswers:
    """Signs with the server's key; an answer to nothing that could bind it goes out unsigned."""

    def __init__(self, keys: ServerKeys, clock: Clock) -> None:
        self._keys = keys
        self._clock = clock

    def answer(self, asked: SignedRequest, work: Callable[[], tuple[int, bytes]]) -> Response:
        """The answer that `work` gives (status, JSON body), or the problem body of its refusal.

        A fault of the server is a signed 500, so that the device can tell it from a portal in between.
        """
        try:
            status, body = work()
        except Refusal as refusal:
            return self._refused(asked, refusal)
        except Exception:
            LOG.exception("request_not_answered")
            return self._refused(asked, Refusal("server_fault", 500))
        return self._signed(asked, status, body, JSON)

    def _refused(self, asked: SignedRequest, refusal: Refusal) -> Response:
        seconds = refusal.data.get("seconds")
        retry_after = seconds if isinstance(seconds, int) else None
        request = REQUEST.get() or None
        problem = Problem(code=refusal.code, data=refusal.data, retry_after=retry_after, request=request)
        return self._signed(asked, refusal.status, wire_bytes(problem), MEDIA_TYPE, retry_after)

    def _signed(
        self,
        asked: SignedRequest,
        status: int,
        body: bytes,
        media_type: str,
        retry_after: int | None = None,
    ) -> Response:
        headers = {"Cache-Control": "no-store", HEADER_TIME: wire_instant(self._clock.now())}
        if asked.method == "HEAD":
            headers[HEADER_ANSWER] = body.decode("latin-1")
        bound_to = asked.signature or asked.challenge
        if retry_after is not None:
            headers["Retry-After"] = str(retry_after)
        if bound_to:
            message = answer_message(bound_to, status, sha256_hex(body))
            headers[HEADER_SIGNATURE] = to_base64url(self._keys.signing.sign(message))
        return Response(b"" if asked.method == "HEAD" else body, status, headers, media_type)
