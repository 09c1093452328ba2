"""ASGI middleware that compresses signed answers for devices that can open them; the signature is over what was inside."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.protocol.compression import Encoding, compress
from sync.protocol.signatures import HEADER_SIGNATURE

SMALLEST = 400
"""Bytes of a body below which compressing is not worth its header."""
_CODINGS: tuple[Encoding, ...] = ("zstd", "gzip")


class AnswerCoding:
    """Codes whole bodies with zstd, else gzip, where `Accept-Encoding` names it; other answers pass as they are."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; hold the head of its answer until the body is known."""
        coding = _accepted(scope) if scope["type"] == "http" else None
        if coding is None:
            await self._app(scope, receive, send)
            return
        held: Message | None = None

        async def coded(message: Message) -> None:
            nonlocal held
            if message["type"] == "http.response.start" and HEADER_SIGNATURE in Headers(
                raw=message["headers"]
            ):
                held = message
                return
            if held is not None:
                head, held = held, None
                if not message.get("more_body", False) and len(message["body"]) >= SMALLEST:
                    message = {**message, "body": compress(message["body"], coding)}
                    headers = MutableHeaders(scope=head)
                    headers["Content-Encoding"] = coding
                    headers["Content-Length"] = str(len(message["body"]))
                await send(head)
            await send(message)

        await self._app(scope, receive, coded)


def _accepted(scope: Scope) -> Encoding | None:
    """The first coding that the caller names, whatever weight it gives it."""
    named = Headers(scope=scope).get("accept-encoding", "").lower()
    words = {part.partition(";")[0].strip() for part in named.split(",")}
    return next((coding for coding in _CODINGS if coding in words), None)
