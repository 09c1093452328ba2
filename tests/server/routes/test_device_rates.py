"""One laptop that asks without end waits, signed and in seconds; another one is served."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from sync.server.app import app_of
from sync.server.composition import Server, open_server
from sync.server.routes import batches
from sync.server.routes.requests import capped_body
from sync.server.services.practice import furnish, kept_secrets
from sync.server.settings import practice_settings
from tests.support.branch_house import CHEAP
from tests.support.field_laptop import NINE
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


def test_a_batch_is_read_only_of_a_device_that_may_send_it(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bytes] = []

    async def body(request: Request, most: int) -> bytes:
        read.append(await capped_body(request, most))
        return read[-1]

    monkeypatch.setattr(batches, "capped_body", body)
    client = TestClient(app_of(server))
    honest, thief, wiped = (laptop(server, client) for _ in range(3))
    for one in (honest, wiped):
        assert one.hello().status == 200
    with server.store.transaction() as tx:
        tx.devices.set_state(wiped.device, "wiped", NINE)
    path = "/v1/batches/019aa000-0000-7000-8000-000000000000"
    thief.device, thief.nonce = honest.device, "AAAA"
    refused = [one.send("PUT", path, b"x" * 5_000) for one in (thief, wiped)]
    assert [(one.status, one.json()["code"], one.signed) for one in refused] == [
        (401, "nonce_lapsed", True),
        (403, "device_wiped", True),
    ]
    assert read == []
    codes = [honest.send("PUT", path, b"x").json()["code"] for _ in range(ALLOWED)]
    assert codes == ["encoding_unknown"] * (ALLOWED - 1) + ["too_many_requests"]
    assert read == [b"x"] * (ALLOWED - 1)
