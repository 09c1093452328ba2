"""A new epoch granted by phone: a challenge on the screen, an answer read out by the branch (sync/rules/README.md, "Numbers")."""

from __future__ import annotations

import hashlib
import hmac

from sync.rules import crockford

CHALLENGE_LENGTH = 6
ANSWER_LENGTH = 12


def new_challenge(random_bytes: bytes) -> str:
    """Six Crockford characters from 4 random bytes. Raises ValueError for another number of bytes."""
    if len(random_bytes) != 4:
        raise ValueError("a challenge takes 4 random bytes")
    return crockford.encode(int.from_bytes(random_bytes, "big") >> 2, CHALLENGE_LENGTH)


def grant_answer(secret: bytes, device: str, epoch: int, challenge: str) -> str:
    """The twelve characters that let `device` begin `epoch`: the first 60 bits of HMAC-SHA-256."""
    message = f"perisai-epoch-1|{device}|{epoch}|{crockford.normalise(challenge)}".encode("ascii")
    digest = hmac.new(secret, message, hashlib.sha256).digest()
    return crockford.encode(int.from_bytes(digest[:8], "big") >> 4, ANSWER_LENGTH)


def grant_holds(secret: bytes, device: str, epoch: int, challenge: str, typed: str) -> bool:
    """Whether the typed answer is the right one, in any case and with any dashes."""
    try:
        meant = crockford.normalise(typed)
    except ValueError:
        return False
    return hmac.compare_digest(meant, grant_answer(secret, device, epoch, challenge))
