"""SHA-256 in the forms the protocol uses: hex for content, a short spoken form for keys."""

from __future__ import annotations

import hashlib

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U."""
ZERO_HASH = "0" * 64
"""The `prev_hash` of an epoch that was granted by phone (records.md, "Entry")."""
FINGERPRINT_BITS = 50


def sha256_hex(content: bytes) -> str:
    """SHA-256 of `content` in 64 lower-case hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def crockford_of(number: int, length: int) -> str:
    """`number` in `length` characters of base 32, most significant first."""
    return "".join(CROCKFORD[number >> 5 * place & 31] for place in reversed(range(length)))


def fingerprint(key: bytes) -> str:
    """The first 50 bits of SHA-256 over a public key as 10 Crockford characters, fit to be read aloud."""
    first = int.from_bytes(hashlib.sha256(key).digest()[:8], "big") >> (64 - FINGERPRINT_BITS)
    return crockford_of(first, FINGERPRINT_BITS // 5)
