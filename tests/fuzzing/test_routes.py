"""Made-up requests at every route: no bug, and no status or kind of content that the description does not name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from sync.server.app import app_of
from sync.server.permissions import PERMISSIONS, Role
from tests.fuzzing.house import fuzzing_house
from tests.fuzzing.making_up import bodies, fitting
from tests.support.branch_house import PASSWORD

EXAMPLES = 6
LEFT_OUT = {("DELETE", "/v1/review/session"), ("POST", "/v1/review/session"), ("PUT", "/v1/review/password")}
"""They end the sessions that are asked with, and are slow on purpose."""
ROUTES = sorted(PERMISSIONS.keys() - LEFT_OUT)


class Door:
    """The application, its description and a session of each role, once for all routes."""

    def __init__(self, client: TestClient, tokens: dict[str, str]) -> None:
        self.client = client
        self.tokens = tokens
        self.described: dict[str, Any] = client.get("/openapi.json").json()["paths"]
        queue = client.get("/v1/review/queue", headers=self.bearer(Role.REVIEWER)).json()
        self.records = re.findall(r'"entry_id": ?"([^"]+)"', json.dumps(queue))

    def bearer(self, role: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.tokens[role]}"} if role in self.tokens else {}


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    server = fuzzing_house(tmp_path_factory.mktemp("fuzzing"))
    tokens = {role.value: server.accounts.sign_in(role.value, PASSWORD)[0] for role in Role}
    with TestClient(app_of(server), raise_server_exceptions=False) as client:
        yield Door(client, tokens)


@pytest.mark.parametrize("route", ROUTES, ids=" ".join)
def test_no_request_meets_a_bug_or_an_answer_that_is_not_described(
    door: Door, route: tuple[str, str]
) -> None:
    method, path = route
    operation = door.described[path][method.lower()]

    @seed(20261122)
    @settings(
        max_examples=EXAMPLES,
        deadline=timedelta(seconds=60),
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def knock(data: st.DataObject) -> None:
        role = data.draw(st.sampled_from([*Role, "nobody"]))
        address, query = path, {}
        for parameter in operation.get("parameters", ()):
            value = data.draw(_value(door, parameter))
            if parameter["in"] == "path":
                address = address.replace("{" + parameter["name"] + "}", value)
            elif parameter["in"] == "query":
                query[parameter["name"]] = value
        answer = door.client.request(
            method, address, params=query, headers=door.bearer(role), **_body(data, operation)
        )
        told = operation["responses"]
        assert answer.status_code != 500, (role, address, answer.text[:200])
        assert str(answer.status_code) in told, (role, address, answer.status_code, answer.text[:200])
        kind = answer.headers.get("content-type", "").partition(";")[0]
        if answer.content:
            assert kind in told[str(answer.status_code)]["content"], (role, address, kind)

    knock()


def _value(door: Door, parameter: dict[str, Any]) -> st.SearchStrategy[str]:
    """A record's id where one is asked for, a fitting value, or anything that an address can hold."""
    letters = st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1, max_size=20)
    fit = fitting(parameter["schema"]).map(lambda value: "" if value is None else str(value))
    plain = (
        fit.filter(lambda text: bool(re.fullmatch(r"[\w.:-]+", text, re.ASCII)))
        if parameter["in"] == "path"
        else fit
    )
    known = [st.sampled_from(door.records)] if parameter["name"] == "entry_id" and door.records else []
    return st.one_of(*known, letters, letters if parameter["in"] == "path" else plain)


def _body(data: st.DataObject, operation: dict[str, Any]) -> dict[str, Any]:
    content = operation.get("requestBody", {}).get("content", {})
    schema = content.get("application/json", {}).get("schema")
    if schema is not None:
        return {"json": data.draw(bodies(schema))}
    return {"content": data.draw(st.binary(max_size=200))} if content else {}
