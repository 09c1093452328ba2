"""Whether the server is up and its database answers."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from sync.server.storage.store import Store


class Health(BaseModel):
    """What a supervisor or the tour waits for."""

    model_config = ConfigDict(
        frozen=True, json_schema_extra={"examples": [{"status": "ok", "practice": True}]}
    )

    status: str = Field(description="`ok`: the database was read.")
    practice: bool = Field(description="Whether this is a practice server.")


def health_router(store: Store, *, practice: bool) -> APIRouter:
    """GET /v1/health."""
    router = APIRouter(tags=["health"])

    @router.get("/v1/health", summary="Whether the server answers")
    def health() -> Health:
        """Read one row from the database and say that it worked; needs no session."""
        with store.reading() as tx:
            tx.organisation.branches()
        return Health(status="ok", practice=practice)

    return router
