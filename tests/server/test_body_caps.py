"""A body over the cap of its route is refused before it reaches the route."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from sync.server.body_caps import DISCARDED, BodyCaps
from sync.server.refusals import Refusal
from sync.server.routes.requests import capped_body

PIECE = DISCARDED // 16


async def _length(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


async def _looked_at(request: Request) -> PlainTextResponse:
    try:
        return PlainTextResponse(str(len(await capped_body(request, 10))))
    except Refusal as refusal:
        return PlainTextResponse(refusal.code, refusal.status)


@pytest.fixture
def client() -> Iterator[TestClient]:
    app = Starlette(
        routes=[Route(path, _length, methods=["POST"]) for path in ("/small", "/large", "/uncapped")]
        + [Route("/looked", _looked_at, methods=["POST"])]
    )
    caps = {"/small": 10, "/large": 100}
    with TestClient(BodyCaps(app, caps.get)) as made:
        yield made


@pytest.mark.parametrize(("path", "size"), [("/small", 10), ("/large", 100), ("/small", 0)])
def test_a_body_at_its_cap_arrives_whole(client: TestClient, path: str, size: int) -> None:
    assert client.post(path, content=b"x" * size).text == str(size)


def test_a_declared_length_over_the_cap_is_refused(client: TestClient) -> None:
    answer = client.post("/small", content=b"x" * 11)
    assert answer.status_code == 413
    assert answer.json() == {"code": "body_too_large", "data": {}}


def test_a_streamed_body_is_cut_off_at_the_cap(client: TestClient) -> None:
    answer = client.post("/small", content=iter([b"x" * 6, b"x" * 6]))
    assert "content-length" not in answer.request.headers
    assert answer.status_code == 413


def refused(pieces: int, *headers: tuple[bytes, bytes]) -> tuple[int, list[Message]]:
    """How many pieces of a body over its cap nobody reads, and the answer."""
    waiting: list[Message] = [
        {"type": "http.request", "body": b"x" * PIECE, "more_body": place + 1 < pieces}
        for place in range(pieces)
    ]
    sent: list[Message] = []

    async def receive() -> Message:
        return waiting.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    async def nothing(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise AssertionError

    scope: Scope = {"type": "http", "path": "/small", "headers": [*headers]}
    asyncio.run(BodyCaps(nothing, {"/small": 10}.get)(scope, receive, send))
    return len(waiting), sent


@pytest.mark.parametrize("headers", [[], [(b"content-length", b"9999999")]], ids=["streamed", "declared"])
def test_a_refused_body_is_taken_off_the_wire_but_not_for_ever(headers: list[tuple[bytes, bytes]]) -> None:
    for pieces in (1, 3, 20):
        left, (start, body) = refused(pieces, *headers)
        assert start["status"] == 413
        assert (left > 0) == (pieces * PIECE > DISCARDED + PIECE)
        assert b"body_too_large" in body["body"]


def test_a_streamed_body_under_the_cap_arrives_whole(client: TestClient) -> None:
    assert client.post("/small", content=iter([b"x" * 4, b"x" * 4])).text == "8"


def test_a_length_that_is_no_number_is_refused(client: TestClient) -> None:
    assert client.post("/small", content=b"x", headers={"content-length": "-1"}).status_code == 413


def test_a_path_without_a_cap_reads_its_body_itself(client: TestClient) -> None:
    assert client.post("/uncapped", content=iter([b"x" * 60, b"x" * 60])).text == "120"


def test_a_route_that_looks_first_reads_no_more_than_its_cap(client: TestClient) -> None:
    assert client.post("/looked", content=b"x" * 10).text == "10"
    for content in (b"x" * 11, iter([b"x" * 6] * 2)):
        answer = client.post("/looked", content=content)
        assert (answer.status_code, answer.text) == (413, "body_too_large")
