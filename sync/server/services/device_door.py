"""Who is asking: the device whose key signed a request, over a nonce of ours or a challenge of its own."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import timedelta

from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import EncodingFault, from_base64url
from sync.protocol.messages import EpochGrant, HeldGrant
from sync.protocol.signatures import CHALLENGE_BYTES, request_message, verify
from sync.rules.receipt_number import practice_device
from sync.server.clock import Clock
from sync.server.domain.grant_proofs import grant_proved, prove_grant
from sync.server.domain.nonces import issue_nonce, issued_at, nonce_holds
from sync.server.keys import ServerKeys
from sync.server.refusals import Refusal
from sync.server.services.rate_limits import RateLimit
from sync.server.storage.records import Device
from sync.server.storage.store import Store

UNAUTHORIZED, FORBIDDEN = 401, 403


@dataclass(frozen=True, slots=True)
class SignedRequest:
    """A request as it came: `path_query` and headers as sent, the body's bytes as sent.

    `body_digest`: SHA-256 of a body that is too large to be kept in memory; `body` is empty then.
    """

    method: str
    path_query: str
    device: str
    time: str
    nonce: str
    challenge: str
    signature: str = field(repr=False)
    body: bytes = field(repr=False)
    body_digest: str = ""


class DeviceDoor:
    """Lets devices in, each at its own rate, so that one cannot starve the others.

    The device's time is signed and never a ground for refusal. `limit` counts by device, once it proved itself or named a nonce that was given to it.
    """

    def __init__(
        self,
        store: Store,
        keys: ServerKeys,
        clock: Clock,
        limit: RateLimit,
        *,
        practice: bool,
        nonce_lifetime: timedelta,
    ) -> None:
        self._store = store
        self._keys = keys
        self._clock = clock
        self._limit = limit
        self._practice = practice
        self._nonce_lifetime = nonce_lifetime

    def expect(self, request: SignedRequest) -> None:
        """Look at a request before its body is read, for it is signed and so much cannot be known yet: only a device
        to which this server gave the nonce, lapsed or not, that is not wiped and does not ask too often, has it read.

        Refusals: 401 `nonce_lapsed`; 403 `device_wiped`; 429 `too_many_requests` with seconds to wait.
        """
        if issued_at(self._keys.nonce_key, request.device, request.nonce) is None:
            raise Refusal("nonce_lapsed", UNAUTHORIZED)
        with self._store.reading() as tx:
            device = tx.devices.device(request.device)
        if device is not None and device.state == "wiped":
            raise Refusal("device_wiped", FORBIDDEN)
        self._count(request.device)

    def enter(self, request: SignedRequest, *, expected: bool = False) -> Device:
        """The device that signed over a nonce that holds. `expected`: the request was counted by `expect`.

        Refusals: 401 `device_unknown`, `signature_invalid`, `nonce_lapsed`; 403 `practice_differs`,
        `device_wiped`; 429 `too_many_requests` with seconds to wait.
        """
        device = self._known(request, request.nonce, counted=expected)
        if device.state == "wiped":
            raise Refusal("device_wiped", FORBIDDEN)
        if not nonce_holds(
            self._keys.nonce_key, device.device, request.nonce, self._clock.now(), self._nonce_lifetime
        ):
            raise Refusal("nonce_lapsed", UNAUTHORIZED)
        return device

    def greet(self, request: SignedRequest) -> Device:
        """The device that signed hello over its challenge; one that was wiped is told so, again and again.

        Refusals as `enter`, but not `device_wiped`, and 401 `challenge_invalid`.
        """
        refuse_bad_challenge(request.challenge)
        return self._known(request, request.challenge)

    def nonce(self, device: Device) -> str:
        """A fresh nonce for a device."""
        return issue_nonce(self._keys.nonce_key, device.device, self._clock.now())

    def proof(self, device: Device, grant: EpochGrant) -> str:
        """What proves later that this server gave a grant to this device."""
        return prove_grant(self._keys.grant_key, device.device, grant.epoch, grant.start_hash, grant.ask)

    def proves(self, device: Device, held: HeldGrant) -> bool:
        """Whether a grant that a store of the device keeps was given by this server."""
        return grant_proved(
            self._keys.grant_key, device.device, held.epoch, held.start_hash, held.ask, held.proof
        )

    def _known(self, request: SignedRequest, nonce: str, *, counted: bool = False) -> Device:
        if practice_device(request.device) != self._practice:
            raise Refusal("practice_differs", FORBIDDEN)
        with self._store.reading() as tx:
            device = tx.devices.device(request.device)
        if device is None:
            raise Refusal("device_unknown", UNAUTHORIZED)
        if not signed_by(device.public_key, request, nonce):
            raise Refusal("signature_invalid", UNAUTHORIZED)
        if not counted:
            self._count(device.device)
        return device

    def _count(self, device: str) -> None:
        seconds = self._limit.wait_seconds(device, time.monotonic())
        if seconds:
            raise Refusal("too_many_requests", seconds=seconds)


def signed_by(public_key: bytes, request: SignedRequest, nonce: str) -> bool:
    """Whether a key signed exactly this request over a nonce or challenge."""
    digest = request.body_digest or sha256_hex(request.body)
    message = request_message(request.method, request.path_query, digest, nonce, request.time)
    try:
        return verify(public_key, from_base64url(request.signature), message)
    except EncodingFault:
        return False


def refuse_bad_challenge(challenge: str) -> None:
    """Refuse 401 `challenge_invalid` unless it is sixteen bytes in base64url."""
    try:
        length = len(from_base64url(challenge))
    except EncodingFault:
        length = 0
    if length != CHALLENGE_BYTES:
        raise Refusal("challenge_invalid", UNAUTHORIZED)
