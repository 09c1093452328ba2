"""Signed answers are compressed for who can open them, and nothing else is."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from sync.protocol.compression import decompress
from sync.protocol.signatures import HEADER_SIGNATURE
from sync.server.answer_coding import SMALLEST, AnswerCoding

LONG = b"verdict " * SMALLEST
SIGNED = {HEADER_SIGNATURE: "A" * 86}


async def _parts() -> AsyncIterator[bytes]:
    yield LONG
    yield b"end"


async def _answer(request: Request) -> Response:
    what = request.path_params["what"]
    if what == "stream":
        return StreamingResponse(_parts(), headers=SIGNED)
    return Response(LONG if what != "short" else b"short", headers=None if what == "unsigned" else SIGNED)


@pytest.fixture
def client() -> Iterator[TestClient]:
    app = Starlette(routes=[Route("/{what}", _answer)])
    with TestClient(AnswerCoding(app)) as made:
        yield made


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("zstd, gzip", "zstd"), ("gzip;q=1.0, br", "gzip"), ("GZIP", "gzip")],
)
def test_a_signed_answer_is_coded_as_the_caller_can_open_it(
    client: TestClient, accepted: str, coding: str
) -> None:
    with client.stream("GET", "/signed", headers={"Accept-Encoding": accepted}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers["Content-Encoding"] == coding
    assert int(answer.headers["Content-Length"]) == len(raw) < len(LONG) // 10
    assert decompress(raw, len(LONG)) == LONG
    assert answer.headers[HEADER_SIGNATURE] == SIGNED[HEADER_SIGNATURE]


@pytest.mark.parametrize(
    ("path", "accepted", "body"),
    [
        ("/signed", "br, identity", LONG),
        ("/signed", "", LONG),
        ("/unsigned", "zstd", LONG),
        ("/short", "zstd", b"short"),
        ("/stream", "zstd", LONG + b"end"),
    ],
)
def test_other_answers_pass_as_they_are(client: TestClient, path: str, accepted: str, body: bytes) -> None:
    answer = client.get(path, headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in answer.headers
    assert answer.content == body
