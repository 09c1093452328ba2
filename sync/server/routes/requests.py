"""Reads a strict model from a request's JSON body, and tells OpenAPI of it."""

from __future__ import annotations

from typing import Any, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError

from sync.server.refusals import Refusal

M = TypeVar("M", bound=BaseModel)


async def raw_body(request: Request) -> bytes:
    """The body's bytes, already capped by the middleware."""
    return await request.body()


async def capped_body(request: Request, most: int) -> bytes:
    """A body of at most `most` bytes, of a route that looks at the request first. Refusal: 413 `body_too_large`; what
    declares more is not read."""
    declared = request.headers.get("content-length", "0")
    if not declared.isdigit() or int(declared) > most:
        raise Refusal("body_too_large")
    read = bytearray()
    async for chunk in request.stream():
        read += chunk
        if len(read) > most:
            raise Refusal("body_too_large")
    return bytes(read)


def read_model(model: type[M], body: bytes) -> M:
    """The model that a body holds. Refusal: `request_invalid` with the first field that breaks the form."""
    try:
        return model.model_validate_json(body)
    except ValidationError as invalid:
        first = invalid.errors(include_input=False, include_url=False, include_context=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        raise Refusal("request_invalid", field=field or None) from None


def body_of(model: type[BaseModel], example: dict[str, Any]) -> dict[str, Any]:
    """The `openapi_extra` of a route that reads `model`, with an invented example."""
    schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
    schema.pop("$defs", None)
    content = {"application/json": {"schema": _inlined(model, schema), "example": example}}
    return {"requestBody": {"required": True, "content": content}}


def _inlined(model: type[BaseModel], schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with its definitions in place, so that nothing refers to a component that is not there."""
    definitions = model.model_json_schema().get("$defs", {})

    def resolved(value: Any) -> Any:
        if isinstance(value, list):
            return [resolved(one) for one in value]
        if not isinstance(value, dict):
            return value
        reference = value.get("$ref")
        if isinstance(reference, str):
            return resolved(definitions[reference.rsplit("/", 1)[-1]])
        return {name: resolved(one) for name, one in value.items()}

    inlined: dict[str, Any] = resolved(schema)
    return inlined
