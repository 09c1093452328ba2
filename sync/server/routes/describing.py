"""Completes the published description: what every route of a door may answer beside its own, and the form of a problem."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from sync.server.permissions import PERMISSIONS, Door
from sync.server.routes.problems import MEDIA_TYPE, PROBLEM_SCHEMA

_ANYWHERE: Mapping[str, str] = {
    "404": "Nothing is there: `path_unknown`, or what the path names",
    "500": "A fault of the server: `server_fault` with the id of the request",
    "503": "Later: `store_unavailable`",
}
_OF_BODIES: Mapping[str, str] = {
    "413": "The body is over the route's cap: `body_too_large`",
    "422": "The request breaks the form: `request_invalid`",
}
_OF_DEVICES: Mapping[str, str] = {
    "401": "Signed: who asks, or its nonce, is not known",
    "403": "Signed: this device may not, now",
    "409": "Signed: what is stored is otherwise",
    "413": _OF_BODIES["413"],
    "422": "Signed: the request breaks the form, or is not what it says",
    "429": "Slower: `too_many_requests` with seconds to wait",
}
_FORMS = {"HTTPValidationError", "ValidationError"}


def describe(app: FastAPI) -> None:
    """Let the application publish the completed description."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
            for path, operations in schema["paths"].items():
                for method, operation in operations.items():
                    _complete(operation, PERMISSIONS[(method.upper(), path)].door)
            for form in _FORMS:
                schema["components"]["schemas"].pop(form, None)
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]


def _complete(operation: dict[str, Any], door: Door) -> None:
    """Problems that are not the route's own; FastAPI's form of a malformed request is not ours."""
    responses: dict[str, Any] = operation["responses"]
    if "HTTPValidationError" in str(responses.get("422")):
        del responses["422"]
    further = dict(_ANYWHERE)
    if "requestBody" in operation or operation.get("parameters"):
        further |= _OF_BODIES
    if door is Door.DEVICE or operation["tags"] == ["devices"]:
        further |= _OF_DEVICES
    for status, told in further.items():
        own = responses.setdefault(status, {"description": told})
        own.setdefault("content", {MEDIA_TYPE: {"schema": PROBLEM_SCHEMA}})
    operation["responses"] = dict(sorted(responses.items()))
