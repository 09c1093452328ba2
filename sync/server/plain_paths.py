"""ASGI middleware that lets no path with a control sign in: a database may keep none, and no address has one."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from sync.server.plain_problems import plain_problem

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
        body = plain_problem("path_unknown")
        headers = [
            (b"content-type", b"application/problem+json"),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"no-store"),
        ]
        await send({"type": "http.response.start", "status": 404, "headers": headers})
        await send({"type": "http.response.body", "body": body})
