"""Enrolling a device: who the server is, and the one-time code exchanged for a device code."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from sync.client.channel import Channel, ChannelDown
from sync.client.replies import (
    DeviceBarred,
    NonceLapsed,
    NoNetwork,
    Rejected,
    ServerFault,
    SignedAnswer,
    Slower,
    Smaller,
)
from sync.client.signed_channel import Freshness, SignedChannel, believe, read_answer
from sync.protocol.encoding import from_base64url, to_base64url
from sync.protocol.enrolment_code import EnrolmentCode
from sync.protocol.messages import PROTOCOL, DeviceGrant, DeviceRequest, ServerIdentity
from sync.protocol.signatures import CHALLENGE_BYTES, HEADER_CHALLENGE, SigningKey
from sync.protocol.wire import wire_bytes


@dataclass(frozen=True, slots=True)
class JoinRefused:
    """Why a device was not let in: `code_of_another_server`, `protocol_unknown`, `answer_invalid`,
    `server_key_changed`, or a code of the server's."""

    code: str


JoinFailure: TypeAlias = JoinRefused | Slower | NoNetwork


class Joining:
    """The requests of a device that has no device code yet."""

    def __init__(
        self,
        channel: Channel,
        *,
        now: Callable[[], datetime],
        random_bytes: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self._channel = channel
        self._now = now
        self._random_bytes = random_bytes

    def identity(self) -> ServerIdentity | JoinFailure:
        """`GET /v1/identity`: signed by the very key that it names, over a fresh challenge; nothing is pinned yet."""
        challenge = self._challenge()
        try:
            raw = self._channel.send("GET", "/v1/identity", headers={HEADER_CHALLENGE: challenge.value})
        except ChannelDown as down:
            return NoNetwork(down.detail)
        claimed = read_answer(ServerIdentity, SignedAnswer(raw.status, raw.body, "", ""))
        key = b"" if claimed is None else from_base64url(claimed.server_key)
        answer = believe(raw, challenge.value, key)
        if not isinstance(answer, SignedAnswer):
            return _failure(answer)
        assert claimed is not None
        return claimed if claimed.protocol == PROTOCOL else JoinRefused("protocol_unknown")

    def enrol(
        self,
        identity: ServerIdentity,
        code: EnrolmentCode,
        key: SigningKey,
        *,
        recovery_wrap: bytes,
        program_version: str,
    ) -> DeviceGrant | JoinFailure:
        """`POST /v1/devices`. Asks nothing of a server whose key the code does not name."""
        server_key = from_base64url(identity.server_key)
        if not code.names(server_key):
            return JoinRefused("code_of_another_server")
        request = DeviceRequest(
            protocol=PROTOCOL,
            code=str(code),
            public_key=to_base64url(key.public),
            recovery_wrap=to_base64url(recovery_wrap),
            program_version=program_version,
        )
        signed = SignedChannel(self._channel, key=key, server_key=server_key, now=self._now)
        answer = signed.ask("POST", "/v1/devices", self._challenge(), body=wire_bytes(request))
        if not isinstance(answer, SignedAnswer):
            return _failure(answer)
        grant = read_answer(DeviceGrant, answer)
        if grant is None:
            return JoinRefused("answer_invalid")
        if grant.server_key != identity.server_key or grant.practice != identity.practice:
            return JoinRefused("server_key_changed")
        return grant

    def _challenge(self) -> Freshness:
        return Freshness(HEADER_CHALLENGE, to_base64url(self._random_bytes(CHALLENGE_BYTES)))


def _failure(
    reply: NonceLapsed | Slower | Smaller | DeviceBarred | Rejected | ServerFault | NoNetwork,
) -> JoinFailure:
    match reply:
        case NoNetwork() | Slower():
            return reply
        case DeviceBarred() | Rejected() | ServerFault():
            return JoinRefused(reply.code)
        case NonceLapsed():
            return JoinRefused("proof_refused")
        case _:
            return JoinRefused("too_large")
