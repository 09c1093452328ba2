"""The published description is complete: words for every route, codes for every refusal, no real data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from sync.server.app import app_of
from sync.server.permissions import PERMISSIONS, Door
from sync.server.refusals import STATUS_OF_CODE
from tests.support.server_app import RunningServer, routes_of

BODILESS = ("/open", "/release", "/device-codes", "}/password", "/wipe", "/approvals", "/schedule", "/undo")
"""What a path of an act ends with that is asked for without a body."""


@pytest.fixture
def described(running: RunningServer) -> dict[str, Any]:
    answer = running.client.get("/openapi.json")
    assert answer.status_code == 200
    schema: dict[str, Any] = answer.json()
    return schema


def _examples(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        for one in value:
            yield from _examples(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name in ("example", "examples"):
                yield one
            else:
                yield from _examples(one)


def test_every_route_says_what_it_does(running: RunningServer, described: dict[str, Any]) -> None:
    routes = routes_of(running.app)
    assert {path for _, path in routes} == set(described["paths"])
    for method, path in routes:
        operation = described["paths"][path][method.lower()]
        assert operation.get("summary"), path
        assert len(operation.get("description", "")) > 20, path
        if method in ("POST", "PUT") and not path.endswith(BODILESS):
            assert "requestBody" in operation, path


def test_every_session_route_lists_its_codes(described: dict[str, Any]) -> None:
    for (method, path), access in PERMISSIONS.items():
        if access.door is not Door.SESSION:
            continue
        responses = described["paths"][path][method.lower()]["responses"]
        told = " ".join(response["description"] for response in responses.values())
        assert {"session_missing", "session_lapsed", "role_not_allowed"} <= set(
            re.findall(r"`(\w+)`", told)
        ), path


def test_listed_codes_stand_at_their_status(described: dict[str, Any]) -> None:
    for path in described["paths"].values():
        for operation in path.values():
            for status, response in operation["responses"].items():
                for code in re.findall(r"`(\w+)`", response["description"]):
                    if code in STATUS_OF_CODE:
                        assert int(status) == int(STATUS_OF_CODE[code])


def test_nothing_refers_to_a_component_that_is_not_there(described: dict[str, Any]) -> None:
    components = set(described["components"]["schemas"])
    referred = set(re.findall(r'"#/(?:components/schemas|\$defs)/([^"]+)"', json.dumps(described)))
    assert referred <= components


def test_examples_hold_no_number_of_sixteen_digits(described: dict[str, Any]) -> None:
    examples = list(_examples(described))
    assert examples
    assert not re.search(r"(?<![0-9a-f])\d{16}(?![0-9a-f])", json.dumps(examples))


def test_documentation_is_off_outside_practice(running: RunningServer) -> None:
    real = replace(running.server, settings=replace(running.server.settings, practice=False, today=None))
    paths = {getattr(route, "path", "") for route in app_of(real).routes}
    assert not paths & {"/docs", "/redoc", "/openapi.json"}
