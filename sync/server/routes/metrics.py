"""`GET /v1/metrics`: what a monitor on this machine, or one that knows the token, reads."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from ipaddress import ip_address

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse

from sync.server.refusals import Refusal
from sync.server.routes.callers import address_of
from sync.server.routes.problems import problems

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")


def metrics_router(exposed: Callable[[], str], token: str) -> APIRouter:
    """The route; without a token it opens on loopback alone, and never to what a proxy passed on."""
    router = APIRouter(tags=["health"])

    @router.get(
        "/v1/metrics",
        summary="Metrics for Prometheus",
        response_class=PlainTextResponse,
        responses=problems("watching_not_allowed", "store_unavailable"),
    )
    def metrics(request: Request) -> PlainTextResponse:
        """Counts, ages and times; no label names a person or a device. Open to a caller on this machine, or by
        the bearer token that the server was started with."""
        if not _may_watch(request, token):
            raise Refusal("watching_not_allowed")
        return PlainTextResponse(exposed(), media_type=CONTENT_TYPE, headers={"Cache-Control": "no-store"})

    return router


def _may_watch(request: Request, token: str) -> bool:
    if token:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and secrets.compare_digest(given.encode(), token.encode())
    if any(name in request.headers for name in _FORWARDED):
        return False
    try:
        return ip_address(address_of(request)).is_loopback
    except ValueError:
        return False
