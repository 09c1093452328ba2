"""Enrols devices by one-time codes: each serves once, and is known to the server by its keyed hash only."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import timedelta

from sync.protocol.chain import genesis_hash
from sync.protocol.encoding import EncodingFault, from_base64url, to_base64url
from sync.protocol.enrolment_code import EnrolmentCode, EnrolmentCodeFault
from sync.protocol.messages import AgentFacts, DeviceGrant, DeviceRequest
from sync.rules import crockford
from sync.server.clock import Clock
from sync.server.keys import ServerKeys
from sync.server.refusals import Refusal
from sync.server.services.auditing import audit
from sync.server.services.device_door import SignedRequest, refuse_bad_challenge, signed_by
from sync.server.storage.records import Device, DeviceCode, DeviceEpoch
from sync.server.storage.store import Store, UnitOfWork

CODE_LIFETIME = timedelta(days=3)
DEVICE_LENGTH = 5
SECRET_BYTES = 32
FORBIDDEN, INVALID, CONFLICT = 403, 422, 409


class DeviceEnrolment:
    """Issues one-time codes and grants devices; practice devices begin with `0`, real ones never do."""

    def __init__(self, store: Store, keys: ServerKeys, clock: Clock, practice: bool) -> None:
        self._store = store
        self._keys = keys
        self._clock = clock
        self._practice = practice

    def issue_code(
        self, agent_id: str, issued_by: str | None = None, lifetime: timedelta = CODE_LIFETIME
    ) -> str:
        """A one-time code for an agent's next device, shown once. Refusal: `agent_unknown`."""
        code = EnrolmentCode.issue(secrets.token_bytes(7), self._keys.public)
        at = self._clock.now()
        with self._store.transaction() as tx:
            if tx.organisation.agent(agent_id) is None:
                raise Refusal("agent_unknown")
            tx.devices.add_code(
                DeviceCode(
                    secret_hash=self._hashed(code.secret),
                    agent_id=agent_id,
                    issued_at=at,
                    expires_at=at + lifetime,
                    issued_by=issued_by,
                )
            )
            audit(tx, at, issued_by or "terminal", "device_code_issued", agent_id)
        return str(code)

    def code_serves(self, code: str) -> bool:
        """Whether a code is this server's, unused and not expired."""
        try:
            secret_hash = self._hashed(self._own(code).secret)
        except Refusal:
            return False
        with self._store.reading() as tx:
            found = tx.devices.code(secret_hash)
        return found is not None and found.used_at is None and found.expires_at > self._clock.now()

    def enrol(self, request: SignedRequest, asked: DeviceRequest, reference_version: str) -> DeviceGrant:
        """Grant a device to the agent of a code, against the proof of its key. The same key asking again with
        the same code gets the same grant, so a lost answer costs nothing.

        Refusals: 401 `challenge_invalid`, `signature_invalid`; 403 `code_refused`; 409 `key_in_use`;
        422 `recovery_wrap_invalid`.
        """
        refuse_bad_challenge(request.challenge)
        public_key = from_base64url(asked.public_key)
        if not signed_by(public_key, request, request.challenge):
            raise Refusal("signature_invalid", 401)
        wrap = _wrap(asked.recovery_wrap)
        secret_hash = self._hashed(self._own(asked.code).secret)
        with self._store.transaction() as tx:
            code = tx.devices.code(secret_hash)
            if code is None:
                raise Refusal("code_refused", FORBIDDEN)
            granted = tx.devices.device(code.used_by_device) if code.used_by_device else None
            if granted is None:
                granted = self._grant(tx, code, public_key, wrap)
            elif granted.public_key != public_key:
                raise Refusal("code_refused", FORBIDDEN)
            return self._answer(tx, granted, reference_version)

    def _grant(self, tx: UnitOfWork, code: DeviceCode, public_key: bytes, wrap: bytes) -> Device:
        at = self._clock.now()
        device = Device(
            device=self._free_code(tx),
            agent_id=code.agent_id,
            public_key=public_key,
            practice=self._practice,
            recovery_wrap=wrap,
            epoch_secret=secrets.token_bytes(SECRET_BYTES),
            enrolled_at=at,
            seen_at=at,
        )
        if tx.devices.keyed(public_key) is not None:
            raise Refusal("key_in_use", CONFLICT)
        if not tx.devices.use_code(code.secret_hash, device.device, at):
            raise Refusal("code_refused", FORBIDDEN)
        tx.devices.add_device(device)
        start = genesis_hash(public_key)
        tx.devices.put_epochs([DeviceEpoch(device.device, 1, start, at, start)])
        audit(tx, at, code.agent_id, "device_enrolled", device.device)
        return device

    def _answer(self, tx: UnitOfWork, device: Device, reference_version: str) -> DeviceGrant:
        agent = tx.organisation.agent(device.agent_id)
        assert agent is not None
        office, branch = tx.organisation.office(agent.office_id), tx.organisation.branch(agent.branch_id)
        assert office is not None
        assert branch is not None
        return DeviceGrant(
            device=device.device,
            epoch=max(row.epoch for row in tx.devices.epochs(device.device)),
            server_key=to_base64url(self._keys.public),
            bundle_key=to_base64url(self._keys.bundle_public),
            grant_secret=to_base64url(device.epoch_secret),
            agent=AgentFacts(
                agent_id=agent.agent_id,
                name=agent.name,
                number=agent.number,
                office=office.name,
                branch=branch.name,
            ),
            hotline=branch.hotline,
            public_host=branch.public_host,
            practice=self._practice,
            reference_version=reference_version,
        )

    def _free_code(self, tx: UnitOfWork) -> str:
        while True:
            drawn = "".join(secrets.choice(crockford.ALPHABET) for _ in range(DEVICE_LENGTH - 1))
            first = "0" if self._practice else secrets.choice(crockford.ALPHABET[1:])
            if tx.devices.device(first + drawn) is None:
                return first + drawn

    def _own(self, code: str) -> EnrolmentCode:
        try:
            read = EnrolmentCode.parse(code)
        except EnrolmentCodeFault:
            raise Refusal("code_refused", FORBIDDEN) from None
        if not read.names(self._keys.public):
            raise Refusal("code_refused", FORBIDDEN)
        return read

    def _hashed(self, secret: str) -> str:
        return hmac.new(self._keys.code_key, secret.encode("ascii"), hashlib.sha256).hexdigest()


def _wrap(text: str) -> bytes:
    try:
        return from_base64url(text)
    except EncodingFault:
        raise Refusal("recovery_wrap_invalid", INVALID) from None
