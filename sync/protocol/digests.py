"""SHA-256 in the forms the protocol uses: hex for content, a short spoken form for keys."""

from __future__ import annotations

import hashlib

from sync.rules import crockford

ZERO_HASH = "0" * 64
"""The `prev_hash` of an epoch that was granted by phone (sync/rules/README.md, "Entry")."""
FINGERPRINT_BITS = 50


def sha256_hex(content: bytes) -> str:
    """SHA-256 of `content` in 64 lower-case hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def fingerprint(key: bytes) -> str:
    """The first 50 bits of SHA-256 over a public key as 10 Crockford characters, fit to be read aloud."""
    first = int.from_bytes(hashlib.sha256(key).digest()[:8], "big") >> (64 - FINGERPRINT_BITS)
    return crockford.encode(first, FINGERPRINT_BITS // 5)
