"""One laptop that asks without end waits, signed and in seconds; another one is served."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sync.server.app import app_of
from sync.server.composition import Server, open_server
from sync.server.services.practice import furnish, kept_secrets
from sync.server.settings import practice_settings
from tests.support.branch_house import CHEAP
from tests.support.signed_client import SignedClient

ALLOWED = 3


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A practice server at which a device may ask three times a minute."""
    settings = replace(practice_settings(tmp_path, "", date(2026, 11, 22)), requests_per_minute=ALLOWED)
    opened = open_server(settings, passwords=CHEAP)
    furnish(opened, kept_secrets(tmp_path))
    yield opened
    opened.close()


def laptop(server: Server, client: TestClient) -> SignedClient:
    """A device of the practice agent that has not said hello yet."""
    made = SignedClient(client, server.keys.public)
    code = server.issue_code(server.organising.agent("L-0001").agent_id, "terminal")
    assert made.enrol(code, server.keys.recovery_public).status == 200
    return made


def test_each_device_has_its_own_rate(server: Server) -> None:
    client = TestClient(app_of(server))
    hasty, calm = laptop(server, client), laptop(server, client)
    assert [hasty.hello().status for _ in range(ALLOWED)] == [200] * ALLOWED
    refused = hasty.hello()
    assert (refused.status, refused.signed, refused.json()["code"]) == (429, True, "too_many_requests")
    assert 1 <= refused.json()["retry_after"] <= 60 // ALLOWED
    assert calm.hello().status == 200


def test_a_strangers_requests_are_not_counted(server: Server) -> None:
    client = TestClient(app_of(server))
    honest = laptop(server, client)
    stranger = SignedClient(client, server.keys.public, device=honest.device)
    assert {stranger.hello().status for _ in range(ALLOWED + 2)} == {401}
    assert honest.hello().status == 200
