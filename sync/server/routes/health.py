"""Whether the server is up, and whether it is ready: its database answers."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from sync.server.routes.problems import problems


class Health(BaseModel):
    """What a supervisor or the tour waits for."""

    model_config = ConfigDict(
        frozen=True, json_schema_extra={"examples": [{"status": "ok", "practice": True}]}
    )

    status: str = Field(description="`ok`; at /v1/health the database was read.")
    practice: bool = Field(description="Whether this is a practice server.")


def health_router(read_once: Callable[[], None], *, practice: bool) -> APIRouter:
    """GET /v1/health and /v1/health/live; `read_once` reads from the database."""
    router = APIRouter(tags=["health"])

    @router.get("/v1/health/live", summary="Whether the process answers")
    def live() -> Health:
        """Say that the process answers, whatever its database does: restart it only where this fails."""
        return Health(status="ok", practice=practice)

    @router.get("/v1/health", summary="Whether the server is ready", responses=problems("store_unavailable"))
    def health() -> Health:
        """Read one row from the database and say that it worked: send it work only where this answers; needs no
        session."""
        read_once()
        return Health(status="ok", practice=practice)

    return router
