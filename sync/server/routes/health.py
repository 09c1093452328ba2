"""Whether the server is up and its database answers."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field


class Health(BaseModel):
    """What a supervisor or the tour waits for."""

    model_config = ConfigDict(
        frozen=True, json_schema_extra={"examples": [{"status": "ok", "practice": True}]}
    )

    status: str = Field(description="`ok`: the database was read.")
    practice: bool = Field(description="Whether this is a practice server.")


def health_router(read_once: Callable[[], None], *, practice: bool) -> APIRouter:
    """GET /v1/health; `read_once` reads from the database."""
    router = APIRouter(tags=["health"])

    @router.get("/v1/health", summary="Whether the server answers")
    def health() -> Health:
        """Read one row from the database and say that it worked; needs no session."""
        read_once()
        return Health(status="ok", practice=practice)

    return router
