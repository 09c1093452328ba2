"""Problem bodies: every expected error of a route is `{"code", "data"}`, and OpenAPI lists the codes."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from sync.protocol.messages import Problem
from sync.server.logs import REQUEST
from sync.server.refusals import STATUS_OF_CODE, Refusal

MEDIA_TYPE = "application/problem+json"
_CODES_OF_STATUS = {404: "path_unknown", 405: "method_unknown"}


PROBLEM_SCHEMA = Problem.model_json_schema()


def problems(*codes: str) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that may refuse with these codes."""
    grouped: defaultdict[int, list[str]] = defaultdict(list)
    for code in codes:
        grouped[int(STATUS_OF_CODE[code])].append(code)
    return {
        status: {
            "description": "Refused: " + ", ".join(f"`{code}`" for code in sorted(of_status)),
            "content": {
                MEDIA_TYPE: {"schema": PROBLEM_SCHEMA, "example": {"code": sorted(of_status)[0], "data": {}}}
            },
        }
        for status, of_status in sorted(grouped.items())
    }


def problem_response(refusal: Refusal) -> JSONResponse:
    """The answer for a refusal; one that names seconds to wait says so in Retry-After as well."""
    headers = {"Cache-Control": "no-store"}
    content: dict[str, object] = {"code": refusal.code, "data": refusal.data}
    seconds = refusal.data.get("seconds")
    if seconds is not None:
        headers["Retry-After"] = str(seconds)
        content["retry_after"] = seconds
    if request := REQUEST.get():
        content["request"] = request
    if refusal.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return JSONResponse(content, refusal.status, headers=headers, media_type=MEDIA_TYPE)


def answer_problems(app: FastAPI) -> None:
    """Turn refusals, malformed requests and unknown paths into problem bodies; bugs stay bugs."""

    def refused(_request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, Refusal)
        return problem_response(error)

    def malformed(_request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        places = [".".join(str(part) for part in found["loc"]) for found in error.errors()]
        return problem_response(Refusal("request_invalid", field=places[0] if places else None))

    def unknown(_request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        code = _CODES_OF_STATUS.get(error.status_code, "request_invalid")
        return problem_response(Refusal(code, status=error.status_code))

    app.add_exception_handler(Refusal, refused)
    app.add_exception_handler(RequestValidationError, malformed)
    app.add_exception_handler(HTTPException, unknown)
