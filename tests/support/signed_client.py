"""A laptop that talks to a server's routes as the protocol says, over any client with `request`."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from starlette.testclient import TestClient

from sync.protocol.batch import PackedBatch
from sync.protocol.blobs import HEADER_ANSWER
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import from_base64url, to_base64url
from sync.protocol.messages import DeviceGrant, DeviceRequest, Hello, HelloAnswer
from sync.protocol.recovery import wrap_store_key
from sync.protocol.signatures import (
    HEADER_CHALLENGE,
    HEADER_DEVICE,
    HEADER_NONCE,
    HEADER_SIGNATURE,
    HEADER_TIME,
    SigningKey,
    answer_message,
    request_message,
    verify,
    wire_instant,
)
from sync.protocol.wire import wire_bytes
from tests.support.field_laptop import BOOT, NINE, FieldLaptop


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; `signed`: by the pinned key, over this request, status and body."""

    status: int
    body: bytes = field(repr=False)
    signed: bool
    headers: dict[str, str]

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass(slots=True)
class SignedClient:
    """Signs requests with one key; `nonce` comes from hello."""

    client: TestClient
    server_key: bytes
    key: SigningKey = field(default_factory=SigningKey.generate)
    device: str = ""
    nonce: str = ""

    def send(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        *,
        challenge: str = "",
        key: SigningKey | None = None,
        instead: tuple[str, str, bytes] | None = None,
    ) -> Answer:
        """One signed request; `instead` is what is really sent under that signature."""
        at = wire_instant(NINE)
        message = request_message(method, path, sha256_hex(body), challenge or self.nonce, at)
        signature = to_base64url((key or self.key).sign(message))
        headers = {HEADER_TIME: at, HEADER_SIGNATURE: signature, HEADER_DEVICE: self.device}
        headers[HEADER_CHALLENGE if challenge else HEADER_NONCE] = challenge or self.nonce
        really, there, content = instead or (method, path, body)
        found = self.client.request(really, there, content=content, headers=headers)
        given = found.headers.get(HEADER_SIGNATURE, "")
        body = found.headers.get(HEADER_ANSWER, "").encode() if method == "HEAD" else found.content
        signed = bool(given) and verify(
            self.server_key,
            from_base64url(given),
            answer_message(signature, found.status_code, sha256_hex(body)),
        )
        return Answer(found.status_code, body, signed, dict(found.headers))

    def enrol(self, code: str, recovery_key: bytes) -> Answer:
        """Spend a one-time code and take the device."""
        asked = DeviceRequest(
            protocol=1,
            code=code,
            public_key=to_base64url(self.key.public),
            recovery_wrap=to_base64url(wrap_store_key(secrets.token_bytes(32), recovery_key)),
            program_version="1.0.0",
        )
        answer = self.send("POST", "/v1/devices", wire_bytes(asked), challenge=challenge())
        if answer.status == 200:
            self.device = DeviceGrant.model_validate_json(answer.body).device
        return answer

    def hello(self, **fields: Any) -> Answer:
        """Say hello and take the nonce."""
        said = Hello(
            protocol=1,
            marks=(),
            urgent=(),
            cursor=0,
            wall_at=fields.pop("wall_at", NINE),
            utc_offset=420,
            monotonic_ms=1,
            boot_id=BOOT,
            program_version="1.0.0",
            reference_version="2026.1",
            queue_entries=0,
            queue_rupiah=0,
            **fields,
        )
        answer = self.send("POST", "/v1/hello", wire_bytes(said), challenge=challenge())
        if answer.status == 200:
            self.nonce = HelloAnswer.model_validate_json(answer.body).nonce
        return answer

    def put(self, batch: PackedBatch) -> Answer:
        """Send a batch."""
        return self.send("PUT", f"/v1/batches/{batch.batch_id}", batch.body)

    def laptop(self) -> FieldLaptop:
        """The laptop of this device, with an empty journal."""
        return FieldLaptop(self.device, self.key)


def challenge() -> str:
    """Sixteen fresh random bytes."""
    return to_base64url(secrets.token_bytes(16))
