"""ASGI middleware that lets no path with a control sign in: a database may keep none, and no address has one."""

from __future__ import annotations

import json

from starlette.types import ASGIApp, Receive, Scope, Send

_REFUSAL = json.dumps({"code": "path_unknown", "data": {}}).encode()
_CONTROLS = frozenset(map(chr, (*range(0x20), 0x7F)))


class PlainPaths:
    """Answers 404 `path_unknown` where a path, decoded, holds a NUL or another control sign (%00 to %1F, %7F)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse its path."""
        if scope["type"] != "http" or _CONTROLS.isdisjoint(scope["path"]):
            await self._app(scope, receive, send)
            return
        headers = [
            (b"content-type", b"application/problem+json"),
            (b"content-length", str(len(_REFUSAL)).encode()),
            (b"cache-control", b"no-store"),
        ]
        await send({"type": "http.response.start", "status": 404, "headers": headers})
        await send({"type": "http.response.body", "body": _REFUSAL})
