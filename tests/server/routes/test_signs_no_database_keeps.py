"""A NUL in what a caller names is refused in words, on each database: PostgreSQL keeps no NUL in a text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.branch_house import PASSWORD
from tests.support.server_app import RunningServer, running_server
from tests.support.server_databases import DATABASES


@pytest.fixture(params=DATABASES)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RunningServer]:
    """A practice server on SQLite and on PostgreSQL in turn."""
    url = "" if request.param == "sqlite" else request.getfixturevalue("emptied_postgres")
    with running_server(tmp_path / "server", url) as made:
        yield made


def test_a_login_with_a_nul_is_refused(server: RunningServer) -> None:
    asked = {"login": "peny\x00elia", "password": PASSWORD}
    answer = server.client.post("/v1/review/session", json=asked)
    told = answer.json()
    assert (answer.status_code, told["code"], told["data"]) == (422, "request_invalid", {"field": "login"})


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/review/records/a%00b"),
        ("POST", "/v1/review/records/%00/open"),
        ("POST", "/v1/admin/agents/L-0001%00/device-codes"),
        ("GET", "/v1/reference/files/%00"),
        ("GET", "/k/%00/20261122/1/x"),
    ],
)
def test_a_path_with_a_nul_leads_nowhere(server: RunningServer, method: str, path: str) -> None:
    role = "operator" if "/admin/" in path else "reviewer"
    answer = server.client.request(method, path, headers=server.bearer(role))
    told = answer.json()
    assert told.pop("request") == answer.headers["perisai-request"]
    assert (answer.status_code, told) == (404, {"code": "path_unknown", "data": {}})


AGENT = {"number": "A-0002", "name": "Agen Contoh", "office": "Kantor Contoh"}
ACCOUNT = {"login": "dua", "name": "Contoh", "role": "reviewer", "branch": "001", "agent": "L-0001"}


@pytest.mark.parametrize(
    ("path", "asked", "field"),
    [
        *(("/v1/admin/agents", AGENT, field) for field in AGENT),
        *(("/v1/admin/accounts", ACCOUNT, field) for field in ACCOUNT),
    ],
)
def test_a_text_for_the_administration_with_a_nul_is_refused(
    server: RunningServer, path: str, asked: dict[str, Any], field: str
) -> None:
    answer = server.client.post(
        path, json={**asked, field: asked[field] + "\x00"}, headers=server.bearer("operator")
    )
    assert (answer.status_code, answer.json()["data"]) == (422, {"field": field})
