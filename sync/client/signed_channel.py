"""Signed requests and verified answers over a channel: who asks is proved, and who answers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, TypeVar

from pydantic import BaseModel, ValidationError

from sync.client.channel import READ_TIME_OUT, Channel, ChannelDown, RawAnswer
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
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import EncodingFault, from_base64url, to_base64url
from sync.protocol.messages import Problem
from sync.protocol.signatures import (
    HEADER_DEVICE,
    HEADER_SIGNATURE,
    HEADER_TIME,
    SigningKey,
    answer_message,
    request_message,
    verify,
    wire_instant,
)

JSON_TYPE = "application/json"
NONCE_LAPSED = "nonce_lapsed"
"""The code of a signed 401 that a new hello cures; other codes of a 401 (device unknown, signature invalid) stay."""
BATCH_TYPE = "application/vnd.perisai.batch"
BUNDLE_TYPE = "application/vnd.perisai.bundle"
CARRY_TIME_OUT = 900.0
"""Seconds for the file of a laptop with all its pictures, and what the server makes of it."""
_CHUNK = 1024 * 1024
A = TypeVar("A", bound=BaseModel)
Failure = NonceLapsed | Slower | Smaller | DeviceBarred | Rejected | ServerFault | NoNetwork


@dataclass(frozen=True, slots=True)
class Freshness:
    """What makes a request of its time: the header it goes into, and the nonce or challenge in base64url."""

    header: str
    value: str


class SignedChannel:
    """Signs with the device's key, believes only answers that the pinned server key signed to this very request."""

    def __init__(
        self,
        channel: Channel,
        *,
        key: SigningKey,
        server_key: bytes,
        now: Callable[[], datetime],
        device: str | None = None,
    ) -> None:
        self._channel = channel
        self._key = key
        self._server_key = server_key
        self._now = now
        self._device = device

    def ask(
        self,
        method: str,
        path_query: str,
        freshness: Freshness,
        *,
        body: bytes = b"",
        content_type: str = JSON_TYPE,
        batch_id: str | None = None,
        time_out: float = READ_TIME_OUT,
    ) -> SignedAnswer | Failure:
        """A signed 2xx, or the reply that stands for everything else."""
        headers = self._headers(method, path_query, freshness, sha256_hex(body))
        if body:
            headers["Content-Type"] = content_type
        try:
            raw = self._channel.send(method, path_query, headers=headers, body=body, time_out=time_out)
        except ChannelDown as down:
            return NoNetwork(down.detail, batch_id)
        return believe(raw, headers[HEADER_SIGNATURE], self._server_key, batch_id)

    def upload(
        self, path: str, freshness: Freshness, file: BinaryIO, content_type: str, time_out: float
    ) -> SignedAnswer | Failure:
        """Posts an open file from where it stands; answers as `ask`."""
        headers = self._headers("POST", path, freshness, _digest_of(file))
        headers["Content-Type"] = content_type
        try:
            raw = self._channel.upload(path, headers=headers, file=file, time_out=time_out)
        except ChannelDown as down:
            return NoNetwork(down.detail)
        return believe(raw, headers[HEADER_SIGNATURE], self._server_key)

    def _headers(self, method: str, path_query: str, freshness: Freshness, digest: str) -> dict[str, str]:
        """Who asks, when, and the signature over all that is asked."""
        at = wire_instant(self._now())
        message = request_message(method, path_query, digest, freshness.value, at)
        signature = to_base64url(self._key.sign(message))
        headers = {freshness.header: freshness.value, HEADER_TIME: at, HEADER_SIGNATURE: signature}
        if self._device is not None:
            headers[HEADER_DEVICE] = self._device
        return headers


def believe(
    raw: RawAnswer, request_signature: str, server_key: bytes, batch_id: str | None = None
) -> SignedAnswer | Failure:
    """What an answer is worth: without the server's signature it can slow down or shrink, and nothing else."""
    signed = _signed(raw, request_signature, server_key)
    if raw.status == 413:
        return Smaller(batch_id)
    if raw.status in (429, 503):
        return Slower(raw.retry_after, batch_id)
    if not signed:
        return NoNetwork("unsigned", batch_id)
    if 200 <= raw.status < 300:
        return SignedAnswer(raw.status, raw.body, raw.signature or "", request_signature)
    problem = _problem(raw.body)
    code = f"status_{raw.status}" if problem is None else problem.code
    if raw.status == 401 and (problem is None or problem.code == NONCE_LAPSED):
        return NonceLapsed(batch_id)
    if raw.status in (401, 403):
        return DeviceBarred(code, batch_id)
    if raw.status >= 500:
        return ServerFault(code, batch_id)
    return Rejected(code, batch_id, raw.status, {} if problem is None else problem.data)


def _digest_of(file: BinaryIO) -> str:
    """SHA-256 of an open file from where it stands; it stands there again afterwards."""
    start, digest = file.tell(), hashlib.sha256()
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    file.seek(start)
    return digest.hexdigest()


def read_answer(model: type[A], answer: SignedAnswer) -> A | None:
    """The body of a signed answer as a model, None where it is none."""
    try:
        return model.model_validate_json(answer.body)
    except ValidationError:
        return None


def _signed(raw: RawAnswer, request_signature: str, server_key: bytes) -> bool:
    try:
        signature = from_base64url(raw.signature or "")
    except EncodingFault:
        return False
    return verify(server_key, signature, answer_message(request_signature, raw.status, sha256_hex(raw.body)))


def _problem(body: bytes) -> Problem | None:
    try:
        return Problem.model_validate_json(body)
    except ValidationError:
        return None
