"""Wraps the store key by a password: Argon2id (RFC 9106) makes the key that AES-256-GCM wraps with."""

import base64
import json
import os
import time
import unicodedata
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from perisai_desktop.domain.failure import Failure, FailureCode

FORMAT = 1
_SALT = 16
_NONCE = 12
_TARGET_SECONDS = 0.4
_LEAST = 2
_MOST = 12


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of the password costs: memory in KiB, passes over it, parallel lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def within_reach(self) -> bool:
        """Whether a 4 GB laptop can pay it: a changed file must not make it swap or hang."""
        return (
            8 * self.lanes <= self.memory_kib <= 1_048_576 and 1 <= self.passes <= 64 and 1 <= self.lanes <= 8
        )


def calibrate() -> Cost:
    """64 MiB on two lanes, and as many passes as fit into 0.4 s here, at least two."""
    probe = Cost(memory_kib=65_536, passes=1, lanes=2)
    begun = time.perf_counter()
    _derive("", bytes(_SALT), probe)
    spent = time.perf_counter() - begun
    passes = int(_TARGET_SECONDS / spent)
    return Cost(probe.memory_kib, min(max(passes, _LEAST), _MOST), probe.lanes)


def wrap(store_key: bytes, password: str, cost: Cost) -> bytes:
    """The content of a key file; its parameters are inside and bound to the wrapped key."""
    salt = os.urandom(_SALT)
    nonce = os.urandom(_NONCE)
    frame = _frame(salt, nonce, cost)
    wrapped = AESGCM(_derive(password, salt, cost)).encrypt(nonce, store_key, _bound(frame))
    return json.dumps({**frame, "wrapped": _text(wrapped)}, sort_keys=True, indent=1).encode()


def unwrap(content: bytes, password: str) -> bytes | None:
    """The store key, or None where the password is not the one.

    Raises Failure(key_file_damaged) for content that `wrap` did not write.
    """
    try:
        found = json.loads(content)
        cost = Cost(int(found["memory_kib"]), int(found["passes"]), int(found["lanes"]))
        salt, nonce, wrapped = (
            base64.b64decode(found[name], validate=True) for name in ("salt", "nonce", "wrapped")
        )
        known = (
            found["format"] == FORMAT and cost.within_reach() and len(salt) == _SALT and len(nonce) == _NONCE
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Failure(FailureCode.KEY_FILE_DAMAGED) from None
    if not known:
        raise Failure(FailureCode.KEY_FILE_DAMAGED)
    try:
        key = AESGCM(_derive(password, salt, cost))
        return key.decrypt(nonce, wrapped, _bound(_frame(salt, nonce, cost)))
    except InvalidTag:
        return None


def _frame(salt: bytes, nonce: bytes, cost: Cost) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "kdf": "argon2id",
        "cipher": "aes-256-gcm",
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": _text(salt),
        "nonce": _text(nonce),
    }


def _bound(frame: dict[str, Any]) -> bytes:
    return json.dumps(frame, sort_keys=True).encode()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _derive(password: str, salt: bytes, cost: Cost) -> bytes:
    """The same letters give the same key, however the keyboard composed them (RFC 8265: NFC)."""
    letters = unicodedata.normalize("NFC", password).encode()
    kdf = Argon2id(
        salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return kdf.derive(letters)
