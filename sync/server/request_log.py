"""ASGI middleware: an id for every request, told in the answer, and one log line without path, query or address."""

from __future__ import annotations

import logging
import secrets
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.server.logs import REQUEST

LOG = logging.getLogger(__name__)
HEADER = b"perisai-request"


class RequestLog:
    """Logs the route's template (paths hold receipt numbers and record ids), the status and the time taken."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer under a request id; a request that ends in a bug is logged as status 500."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = secrets.token_hex(8)
        began = time.perf_counter()
        status = 500

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (HEADER, request.encode())]
            await send(message)

        token = REQUEST.set(request)
        try:
            await self._app(scope, receive, told)
        finally:
            route = scope.get("route")
            facts = {
                "method": scope["method"],
                "route": getattr(route, "path", "unknown"),
                "status": status,
                "milliseconds": round((time.perf_counter() - began) * 1000, 1),
            }
            LOG.info("request", extra=facts)
            REQUEST.reset(token)
