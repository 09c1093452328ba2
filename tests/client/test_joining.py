"""Letting a device in: the code's fingerprint is checked first, and nothing unsigned is believed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from sync.client.channel import Channel, ChannelDown, RawAnswer
from sync.client.joining import Joining, JoinRefused
from sync.client.replies import NoNetwork, Slower
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import from_base64url, to_base64url
from sync.protocol.enrolment_code import EnrolmentCode
from sync.protocol.messages import AgentFacts, DeviceGrant, DeviceRequest, Problem, ServerIdentity
from sync.protocol.signatures import (
    HEADER_CHALLENGE,
    HEADER_DEVICE,
    HEADER_SIGNATURE,
    HEADER_TIME,
    SigningKey,
    answer_message,
    request_message,
    verify,
)
from sync.protocol.wire import AnswerModel, wire_bytes
from tests.support.sample_bodies import AT
from tests.support.sample_entries import DEVICE, DEVICE_KEY, SERVER_KEY

SERVER = to_base64url(SERVER_KEY.public)
IDENTITY = ServerIdentity(
    protocol=1,
    name="Latihan",
    server_key=SERVER,
    recovery_key=SERVER,
    practice=True,
    public_host="latihan.invalid",
    reference_version="2026-1",
)
GRANT = DeviceGrant(
    device=DEVICE,
    epoch=1,
    server_key=SERVER,
    bundle_key=SERVER,
    grant_secret=SERVER,
    agent=AgentFacts(agent_id="a", name="Agen Satu", number="A-1", office="K", branch="C"),
    hotline="021",
    public_host="latihan.invalid",
    practice=True,
    reference_version="2026-1",
)
CODE = EnrolmentCode.issue(b"1234567", SERVER_KEY.public)


class StubChannel(Channel):
    """Answers what the test says; remembers what was sent."""

    def __init__(self, answer: Callable[[Mapping[str, str]], RawAnswer]) -> None:
        self.answer = answer
        self.sent: list[tuple[str, str, dict[str, str], bytes]] = []

    def send(
        self,
        method: str,
        path_query: str,
        *,
        headers: Mapping[str, str],
        body: bytes = b"",
        time_out: float = 0.0,
    ) -> RawAnswer:
        """Remembers and answers."""
        self.sent.append((method, path_query, dict(headers), body))
        return self.answer(headers)


def signed(
    model: AnswerModel, status: int = 200, key: SigningKey = SERVER_KEY
) -> Callable[[Mapping[str, str]], RawAnswer]:
    body = wire_bytes(model)

    def answer(headers: Mapping[str, str]) -> RawAnswer:
        bound_to = headers.get(HEADER_SIGNATURE) or headers[HEADER_CHALLENGE]
        signature = key.sign(answer_message(bound_to, status, sha256_hex(body)))
        return RawAnswer(status, body, to_base64url(signature), None)

    return answer


def joining(answer: Callable[[Mapping[str, str]], RawAnswer]) -> tuple[Joining, StubChannel]:
    channel = StubChannel(answer)
    return Joining(channel, now=lambda: AT, random_bytes=lambda count: b"\7" * count), channel


def enrolled(answer: Callable[[Mapping[str, str]], RawAnswer], code: EnrolmentCode = CODE) -> object:
    door, _ = joining(answer)
    return door.enrol(IDENTITY, code, DEVICE_KEY, recovery_wrap=b"wrap", program_version="0.1.0")


def test_the_identity_is_signed_by_the_key_it_names() -> None:
    door, channel = joining(signed(IDENTITY))
    assert door.identity() == IDENTITY
    assert channel.sent == [("GET", "/v1/identity", {HEADER_CHALLENGE: to_base64url(b"\7" * 16)}, b"")]


def offline(_headers: Mapping[str, str]) -> RawAnswer:
    raise ChannelDown("dns")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (offline, NoNetwork("dns")),
        (lambda _headers: RawAnswer(200, b"<html>", None, None), NoNetwork("unsigned")),
        (signed(IDENTITY, key=DEVICE_KEY), NoNetwork("unsigned")),
        (lambda _headers: RawAnswer(503, b"", None, 5), Slower(5)),
        (signed(IDENTITY.model_copy(update={"protocol": 2})), JoinRefused("protocol_unknown")),
        (signed(Problem(code="x"), 404), NoNetwork("unsigned")),
    ],
)
def test_whatever_else_is_no_identity(
    answer: Callable[[Mapping[str, str]], RawAnswer], expected: object
) -> None:
    assert joining(answer)[0].identity() == expected


def test_a_device_proves_its_key_and_gets_its_grant() -> None:
    door, channel = joining(signed(GRANT))
    assert door.enrol(IDENTITY, CODE, DEVICE_KEY, recovery_wrap=b"wrap", program_version="0.1.0") == GRANT
    ((method, path, headers, body),) = channel.sent
    request = DeviceRequest.model_validate_json(body)
    assert (request.code, request.public_key) == (str(CODE), to_base64url(DEVICE_KEY.public))
    message = request_message(method, path, sha256_hex(body), headers[HEADER_CHALLENGE], headers[HEADER_TIME])
    assert verify(DEVICE_KEY.public, from_base64url(headers[HEADER_SIGNATURE]), message)
    assert HEADER_DEVICE not in headers


def test_a_code_of_another_server_is_never_sent() -> None:
    other = EnrolmentCode.issue(b"1234567", DEVICE_KEY.public)
    door, channel = joining(signed(GRANT))
    refused = door.enrol(IDENTITY, other, DEVICE_KEY, recovery_wrap=b"", program_version="1")
    assert refused == JoinRefused("code_of_another_server")
    assert channel.sent == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (offline, NoNetwork("dns")),
        (signed(GRANT, key=DEVICE_KEY), NoNetwork("unsigned")),
        (lambda _headers: RawAnswer(429, b"", None, None), Slower()),
        (lambda _headers: RawAnswer(413, b"", None, None), JoinRefused("too_large")),
        (signed(Problem(code="code_refused"), 403), JoinRefused("code_refused")),
        (signed(Problem(code="key_in_use"), 409), JoinRefused("key_in_use")),
        (signed(Problem(code="broken"), 500), JoinRefused("broken")),
        (signed(Problem(code="nonce_lapsed"), 401), JoinRefused("proof_refused")),
        (signed(Problem(code="x")), JoinRefused("answer_invalid")),
        (signed(GRANT.model_copy(update={"practice": False})), JoinRefused("server_key_changed")),
        (
            signed(GRANT.model_copy(update={"server_key": to_base64url(DEVICE_KEY.public)})),
            JoinRefused("server_key_changed"),
        ),
    ],
)
def test_refusals_have_codes(answer: Callable[[Mapping[str, str]], RawAnswer], expected: object) -> None:
    assert enrolled(answer) == expected


def test_a_refusal_that_says_nothing_is_named_by_its_status() -> None:
    def bare(headers: Mapping[str, str]) -> RawAnswer:
        message = answer_message(headers[HEADER_SIGNATURE], 404, sha256_hex(b"gone"))
        return RawAnswer(404, b"gone", to_base64url(SERVER_KEY.sign(message)), None)

    assert enrolled(bare) == JoinRefused("status_404")
