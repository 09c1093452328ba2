"""A whole practice server in this process, with accounts of every role, for tests of its routes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute
from starlette.testclient import TestClient

from sync.server.app import app_of
from sync.server.composition import Server, open_server
from sync.server.permissions import Role
from sync.server.services.accounts import NewAccount
from sync.server.services.practice import furnish, kept_secrets
from sync.server.settings import practice_settings
from tests.support.agent_laptop import AgentLaptop
from tests.support.branch_house import CHEAP, PASSWORD
from tests.support.server_databases import blank_sqlite

_DOCUMENTATION = frozenset({"/docs", "/docs/oauth2-redirect", "/openapi.json"})


@dataclass(frozen=True, slots=True)
class RunningServer:
    """The server, its application and a client of it."""

    server: Server
    app: FastAPI
    client: TestClient

    def bearer(self, login: str, password: str = PASSWORD) -> dict[str, str]:
        """The header of a fresh session."""
        answer = self.client.post("/v1/review/session", json={"login": login, "password": password})
        assert answer.status_code == 200, answer.text
        return {"Authorization": f"Bearer {answer.json()['token']}"}

    def laptop(self, code: str = "0Q2FK") -> AgentLaptop:
        """A device of the practice agent."""
        return AgentLaptop(self.server.store, self.server.organising.agent("L-0001"), code)


def routes_of(app: FastAPI) -> list[tuple[str, str]]:
    """(method, path) of every route that is no documentation, included routers gone through."""
    found = sorted(_walk(app.routes))
    assert found
    return found


def _walk(routes: Iterable[BaseRoute]) -> Iterator[tuple[str, str]]:
    for route in routes:
        included = getattr(route, "original_router", None)
        if included is not None:
            yield from _walk(included.routes)
        elif isinstance(route, APIRoute):
            yield from ((method, route.path) for method in route.methods or ())
        else:
            assert getattr(route, "path", "") in _DOCUMENTATION, route


@contextmanager
def running_server(folder: Path, database: str = "") -> Iterator[RunningServer]:
    """A practice server on a database (none named: SQLite); a login of each role's name opens with PASSWORD."""
    secrets = kept_secrets(folder)
    url = database or blank_sqlite(folder / "server.sqlite3")
    server = open_server(practice_settings(folder, url, date(2026, 11, 22)), passwords=CHEAP)
    furnish(server, secrets)
    branch = server.organising.branch("001")
    for role in Role:
        own = branch.branch_id if role in (Role.REVIEWER, Role.BRANCH_ADMIN) else None
        server.accounts.add(NewAccount(role.value, role.value.title(), role, PASSWORD, own), "terminal")
    app = app_of(server)
    with TestClient(app) as client:
        yield RunningServer(server, app, client)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningServer]:
    """A practice server on SQLite."""
    with running_server(tmp_path / "server") as made:
        yield made
