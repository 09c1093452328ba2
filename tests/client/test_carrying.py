"""A file goes out piece by piece, signed or under a session, and what comes back is believed as any answer is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

import pytest

from sync.client.address import ServerAddress
from sync.client.channel import Channel, ChannelDown, RawAnswer
from sync.client.replies import BundleCarried, CarryReply, NonceLapsed, NoNetwork, Rejected
from sync.client.review_client import ReviewClient, ReviewFault
from sync.client.transport import Transport
from sync.protocol.bundle_answer import BundleTaken
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import from_base64url, to_base64url
from sync.protocol.messages import Problem
from sync.protocol.sessions import ReviewSession
from sync.protocol.signatures import HEADER_NONCE, HEADER_SIGNATURE, HEADER_TIME, answer_message, verify
from sync.protocol.signatures import request_message as message_of
from sync.protocol.wire import AnswerModel, wire_bytes
from tests.client.test_channel import answering, http
from tests.client.test_transport import ANSWER, CHALLENGE, HELLO
from tests.support.sample_bodies import AT
from tests.support.sample_entries import DEVICE, DEVICE_KEY, SERVER_KEY

CONTENT = b"sealed" * 1_000
TAKEN = BundleTaken(
    device="7Q2FK",
    made_at=AT,
    count=4,
    rupiah_in=33_600,
    rupiah_refunded=0,
    mark="7KQ2-9WXM-4T0Z-H3RB",
    settled=1,
    waiting=0,
    refused=0,
    answer="AAAA",
)
SESSION = ReviewSession(
    token="t" * 43, login="sari", name="Sari", role="reviewer", branch="C", expires_at=AT, practice=True
)


@dataclass
class StubChannel(Channel):
    """Signs what it answers; remembers what was uploaded."""

    answers: list[tuple[int, AnswerModel] | ChannelDown]
    uploads: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)

    def send(
        self,
        method: str,
        path_query: str,
        *,
        headers: Mapping[str, str],
        body: bytes = b"",
        time_out: float = 0.0,
    ) -> RawAnswer:
        """Answers."""
        return self._answer(headers)

    def upload(
        self, path_query: str, *, headers: Mapping[str, str], file: BinaryIO, time_out: float
    ) -> RawAnswer:
        """Remembers and answers."""
        self.uploads.append((path_query, dict(headers), file.read()))
        return self._answer(headers)

    def _answer(self, headers: Mapping[str, str]) -> RawAnswer:
        answer = self.answers.pop(0)
        if isinstance(answer, ChannelDown):
            raise answer
        status, model = answer
        content = wire_bytes(model)
        message = answer_message(headers.get(HEADER_SIGNATURE, ""), status, sha256_hex(content))
        return RawAnswer(status, content, to_base64url(SERVER_KEY.sign(message)), None)


def carried(*answers: tuple[int, AnswerModel] | ChannelDown) -> tuple[CarryReply, StubChannel]:
    channel = StubChannel([(200, ANSWER), *answers])
    wire = Transport(
        channel,
        device=DEVICE,
        key=DEVICE_KEY,
        server_key=SERVER_KEY.public,
        now=lambda: AT,
        random_bytes=lambda _count: CHALLENGE,
    )
    file = BytesIO(b"before" + CONTENT)
    file.seek(6)
    assert wire.carry(file) == NonceLapsed()
    wire.hello(HELLO)
    return wire.carry(file), channel


def test_a_device_signs_for_the_file_as_it_stands() -> None:
    reply, channel = carried((200, TAKEN))
    assert reply == BundleCarried(TAKEN)
    ((path, headers, sent),) = channel.uploads
    assert (path, sent) == ("/v1/bundles", CONTENT)
    asked = message_of("POST", path, sha256_hex(CONTENT), headers[HEADER_NONCE], headers[HEADER_TIME])
    assert verify(DEVICE_KEY.public, from_base64url(headers[HEADER_SIGNATURE]), asked)


@pytest.mark.parametrize(
    ("answer", "reply"),
    [
        ((422, Problem(code="file_damaged")), Rejected("file_damaged", None, 422)),
        ((200, Problem(code="file_damaged")), Rejected("answer_invalid")),
        (ChannelDown("timeout"), NoNetwork("timeout")),
    ],
)
def test_everything_else_has_its_name(
    answer: tuple[int, AnswerModel] | ChannelDown, reply: CarryReply
) -> None:
    assert carried(answer)[0] == reply


def test_a_reviewer_brings_it_under_their_session() -> None:
    channel = StubChannel([(200, SESSION), (200, TAKEN), (422, Problem(code="file_foreign"))])
    client = ReviewClient(channel)
    with pytest.raises(ReviewFault, match="not_signed_in"):
        client.carry(BytesIO(CONTENT))
    client.sign_in("sari", "sandi-contoh")
    assert client.carry(BytesIO(CONTENT)) == TAKEN
    path, headers, sent = channel.uploads[0]
    assert (path, sent) == ("/v1/review/bundles", CONTENT)
    assert headers["Authorization"] == f"Bearer {SESSION.token}"
    with pytest.raises(ReviewFault, match="file_foreign"):
        client.carry(BytesIO(b"x"))


@contextmanager
def real_channel() -> Iterator[tuple[Channel, list[bytes]]]:
    with answering(http("200 OK", b"{}")) as (url, received):
        channel = Channel(ServerAddress.parse(url))
        yield channel, received
        channel.close()


def test_the_real_channel_sends_the_rest_of_an_open_file_with_its_length() -> None:
    file = BytesIO(b"before-rest")
    file.seek(7)
    with real_channel() as (channel, received):
        answer = channel.upload("/v1/bundles", headers={"X-One": "1"}, file=file, time_out=5.0)
    assert (answer.status, answer.body) == (200, b"{}")
    assert received[0].startswith(b"POST /v1/bundles ")
    assert b"Content-Length: 4" in received[0]
