"""ASGI middleware that reads a body up to the cap of its route and refuses what is larger."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.server.plain_problems import plain_problem

DISCARDED = 1 << 20
"""So many bytes of a refused body are taken off the wire, and none kept: a connection that is closed on bytes that nobody
read is reset, and the refusal with it (RFC 9112, 9.6). Whoever sends more learns of no refusal."""
PATIENCE_SECONDS = 5.0


class BodyCaps:
    """Caps in bytes by path: what declares more is not kept, what streams more is cut off; both are refused.

    A path without a cap reads its body itself, piece by piece.
    """

    def __init__(self, app: ASGIApp, cap_of: Callable[[str], int | None]) -> None:
        self._app = app
        self._cap_of = cap_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its body read, or answer 413 when the body is over its cap."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        cap = self._cap_of(scope["path"])
        if cap is None:
            await self._app(scope, receive, send)
            return
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if not declared.isdigit() or int(declared) > cap:
            await _discard(receive)
            await _refuse(send)
            return
        read = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            read += message.get("body", b"")
            if len(read) > cap:
                if message.get("more_body", False):
                    await _discard(receive)
                await _refuse(send)
                return
            if not message.get("more_body", False):
                break
        body: Message | None = {"type": "http.request", "body": bytes(read), "more_body": False}

        async def replayed() -> Message:
            nonlocal body
            if body is None:
                return await receive()
            given, body = body, None
            return given

        await self._app(scope, replayed, send)


async def _refuse(send: Send) -> None:
    body = plain_problem("body_too_large")
    headers = [
        (b"content-type", b"application/problem+json"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _discard(receive: Receive) -> None:
    """Read on until the body, the connection or one's patience ends."""
    left = DISCARDED
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_SECONDS):
            while left > 0:
                message = await receive()
                if not message.get("more_body", False):
                    return
                left -= len(message["body"])
