"""The recovery wrap: a store key sealed to the branch's recovery key, so that a forgotten password loses nothing.

HPKE base mode (RFC 9180) with X25519, HKDF-SHA256 and ChaCha20-Poly1305.
"""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

STORE_KEY_BYTES = 32
_INFO = b"perisai-recovery-1"


class RecoveryFault(ValueError):
    """A key or a wrap of a wrong form, or a wrap that this key does not open."""

    def __init__(self) -> None:
        super().__init__("recovery_wrap_invalid")


def recovery_public_key(private_key: bytes) -> bytes:
    """The 32-byte public key of a branch's 32-byte recovery key."""
    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def wrap_store_key(store_key: bytes, recovery_key: bytes) -> bytes:
    """Seals a 32-byte store key to a branch's public recovery key. Raises `RecoveryFault` for other lengths."""
    return sealed_to(store_key, recovery_key, _INFO)


def unwrap_store_key(wrap: bytes, private_key: bytes) -> bytes:
    """Opens a wrap with the branch's private recovery key. Raises `RecoveryFault`."""
    return opened_with(wrap, private_key, _INFO)


def sealed_to(store_key: bytes, public_key: bytes, info: bytes) -> bytes:
    """Seals a 32-byte store key to an X25519 key for the one purpose that `info` names, 80 bytes. Raises `RecoveryFault`."""
    if len(store_key) != STORE_KEY_BYTES:
        raise RecoveryFault
    try:
        return _suite().encrypt(store_key, X25519PublicKey.from_public_bytes(public_key), info)
    except ValueError:
        raise RecoveryFault from None


def opened_with(wrap: bytes, private_key: bytes, info: bytes) -> bytes:
    """Opens what was sealed for the same purpose. Raises `RecoveryFault`."""
    try:
        return _suite().decrypt(wrap, X25519PrivateKey.from_private_bytes(private_key), info)
    except (InvalidTag, ValueError):
        raise RecoveryFault from None


def _suite() -> Suite:
    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
