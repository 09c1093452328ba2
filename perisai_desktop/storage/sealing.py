"""Seals what somebody typed, so that each piece is read back only in its own place."""

import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


class Sealing:
    """AES-GCM with the key that HKDF derived for drafts (32 bytes)."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def seal(self, content: bytes, place: str) -> bytes:
        """The sealed bytes; they open at `place` alone."""
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, content, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """What was sealed at `place`. Raises cryptography's InvalidTag."""
        return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], place.encode())
