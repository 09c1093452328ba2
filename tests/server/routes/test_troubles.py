"""What a device hears when the server itself is in trouble: a signed answer, so that it is no portal's."""

import logging
from typing import NoReturn

import pytest
from sqlalchemy.exc import OperationalError

from sync.server.services.intake import Intake
from sync.server.storage.sql.inbox import SqlInbox
from tests.support.field_laptop import person
from tests.support.server_app import RunningServer
from tests.support.signed_client import SignedClient


@pytest.fixture
def laptop(running: RunningServer) -> SignedClient:
    """A laptop that is enrolled and has said hello."""
    code = running.server.issue_code(running.server.organising.agent("L-0001").agent_id, "terminal")
    client = SignedClient(running.client, running.server.keys.public)
    assert client.enrol(code, running.server.keys.recovery_public).status == 200
    assert client.hello().status == 200
    return client


def test_a_store_that_cannot_write_says_later(
    running: RunningServer, laptop: SignedClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        raise OperationalError("INSERT", None, Exception("disk full"))

    field = laptop.laptop()
    field.enrol(person(1))
    batch = field.packed()
    with monkeypatch.context() as patch:
        patch.setattr(SqlInbox, "add", full)
        answer = laptop.put(batch)
        assert (answer.status, answer.signed, answer.json()["code"]) == (503, True, "store_unavailable")
        assert (answer.headers["retry-after"], answer.json()["retry_after"]) == ("30", 30)
    assert laptop.put(batch).status == 200
    assert running.client.get("/v1/health").status_code == 200


def test_a_bug_is_a_signed_500_without_a_word_of_it(
    laptop: SignedClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> NoReturn:
        raise RuntimeError("Siti Contoh")

    monkeypatch.setattr(Intake, "receive", fail)
    field = laptop.laptop()
    field.enrol(person(1))
    with caplog.at_level(logging.ERROR):
        answer = laptop.put(field.packed())
    told = answer.json()
    assert told.pop("request") == answer.headers["perisai-request"]
    assert (answer.status, answer.signed, told) == (500, True, {"code": "server_fault", "data": {}})
    assert "request_not_answered" in caplog.text
