"""Nonces without memory: the second of issue and a keyed digest in sixteen bytes, good until they lapse."""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

from sync.protocol.encoding import EncodingFault, from_base64url, to_base64url

NONCE_BYTES = 16
_STAMP_BYTES = 4
_STARTS = datetime(2020, 1, 1, tzinfo=UTC)


def issue_nonce(key: bytes, device: str, at: datetime) -> str:
    """A nonce for one device, issued at an aware instant; base64url."""
    stamp = int((at - _STARTS).total_seconds()).to_bytes(_STAMP_BYTES, "big")
    return to_base64url(stamp + _mark(key, device, stamp))


def nonce_holds(key: bytes, device: str, nonce: str, at: datetime, lifetime: timedelta) -> bool:
    """Whether a nonce was issued to this device and has not lapsed by the server's clock."""
    issued = issued_at(key, device, nonce)
    return issued is not None and timedelta(seconds=-1) <= at - issued < lifetime


def issued_at(key: bytes, device: str, nonce: str) -> datetime | None:
    """When a nonce was issued to this device, however long ago; None where it never was."""
    try:
        content = from_base64url(nonce)
    except EncodingFault:
        return None
    stamp = content[:_STAMP_BYTES]
    if len(content) != NONCE_BYTES or not hmac.compare_digest(
        content[_STAMP_BYTES:], _mark(key, device, stamp)
    ):
        return None
    return _STARTS + timedelta(seconds=int.from_bytes(stamp, "big"))


def _mark(key: bytes, device: str, stamp: bytes) -> bytes:
    digest = hmac.new(key, b"perisai-nonce-1|" + device.encode() + b"|" + stamp, hashlib.sha256).digest()
    return digest[: NONCE_BYTES - _STAMP_BYTES]
