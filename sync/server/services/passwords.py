"""Passwords of server accounts: Argon2id hashes (RFC 9106), generated passwords, equal time for all."""

from __future__ import annotations

import secrets
import threading

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

AT_ONCE = 4
"""Passwords hashed at the same time; the others wait, so that sign-ins never take more than 256 MiB."""
_ITERATIONS = 3
_LANES = 1
_MEMORY_KIB = 64 * 1024
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


class Passwords:
    """Hashes and checks; the cost can be lowered where many accounts are made (tests, benchmarks)."""

    def __init__(self, memory_kib: int = _MEMORY_KIB, iterations: int = _ITERATIONS) -> None:
        self._memory_kib = memory_kib
        self._iterations = iterations
        self._turns = threading.BoundedSemaphore(AT_ONCE)
        self._nobody = self.hashed(secrets.token_urlsafe(16))

    def hashed(self, password: str) -> str:
        """The PHC string of a password under a fresh 16-byte salt (RFC 9106, second profile)."""
        deriving = Argon2id(
            salt=secrets.token_bytes(16),
            length=32,
            iterations=self._iterations,
            lanes=_LANES,
            memory_cost=self._memory_kib,
        )
        with self._turns:
            return deriving.derive_phc_encoded(password.encode())

    def matches(self, password: str, hashed: str | None) -> bool:
        """Whether the password is the one that was hashed; without a hash the same work is done in vain."""
        try:
            with self._turns:
                Argon2id.verify_phc_encoded(password.encode(), hashed if hashed is not None else self._nobody)
        except InvalidKey:
            return False
        return hashed is not None


def generated_password() -> str:
    """A password of three groups of five letters and digits (74 bits), easy to read aloud and type."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(5)) for _ in range(3))
