"""ASGI middleware: an id for every request, told in the answer, and one log line without path, query or address."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.server.logs import REQUEST
from sync.server.plain_problems import plain_problem

LOG = logging.getLogger(__name__)
HEADER = b"perisai-request"
Observer = Callable[[str, str, int, float], None]


class RequestLog:
    """Logs the route's template (paths hold receipt numbers and record ids), the status and the time taken."""

    def __init__(self, app: ASGIApp, observe: Observer) -> None:
        """`observe` is told method, route template, status and seconds of every request."""
        self._app = app
        self._observe = observe

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer under a request id; a bug is answered as `server_fault` with it, and goes on to the log."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = secrets.token_hex(8)
        began = time.perf_counter()
        status = 0

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (HEADER, request.encode())]
            await send(message)

        token = REQUEST.set(request)
        try:
            await self._app(scope, receive, told)
        except Exception:
            if not status:
                await _tell_fault(told)
            raise
        finally:
            seconds = time.perf_counter() - began
            method, route = scope["method"], getattr(scope.get("route"), "path", "unknown")
            facts = {
                "method": method,
                "route": route,
                "status": status,
                "milliseconds": round(seconds * 1000, 1),
            }
            LOG.info("request", extra=facts)
            self._observe(method, route, status, seconds)
            REQUEST.reset(token)


async def _tell_fault(send: Send) -> None:
    body = plain_problem("server_fault")
    headers = [
        (b"content-type", b"application/problem+json"),
        (b"content-length", str(len(body)).encode()),
    ]
    await send({"type": "http.response.start", "status": 500, "headers": headers})
    await send({"type": "http.response.body", "body": body})
