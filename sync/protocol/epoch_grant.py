"""A new epoch granted by phone: a challenge on the screen, an answer read out by the branch (sync/rules/README.md, "Numbers")."""

from __future__ import annotations

import hashlib
import hmac

from sync.rules import crockford

CHALLENGE_LENGTH = 6
ANSWER_LENGTH = 12
LAST_EPOCH = 99
"""A receipt number has two digits for it; after that the laptop is enrolled anew."""


def challenge_of(ask: str) -> str:
    """The six characters that stand for an ask (UUIDv7) on the phone: the first 30 bits of its SHA-256.

    The ask is the action id of the epoch's `epoch_start`, so whoever holds that entry can check its code again.
    """
    digest = hashlib.sha256(f"perisai-challenge-1|{ask}".encode("ascii")).digest()
    return crockford.encode(int.from_bytes(digest[:4], "big") >> 2, CHALLENGE_LENGTH)


def read_challenge(typed: str) -> str:
    """A challenge in its one spelling. Raises ValueError for anything that is none."""
    challenge = crockford.normalise(typed)
    if len(challenge) != CHALLENGE_LENGTH:
        raise ValueError("not_a_challenge")
    return challenge


def granted_epoch(secret: bytes, device: str, challenge: str, typed: str, above: int) -> int | None:
    """The one epoch above `above` that a typed answer grants, None where it grants none.

    The number is not spoken: the twelve characters fit one of the at most 98 that can come.
    """
    candidates = range(above + 1, LAST_EPOCH + 1)
    return next((epoch for epoch in candidates if grant_holds(secret, device, epoch, challenge, typed)), None)


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


def spoken(code: str) -> str:
    """A code in groups of four, as it is shown and read out."""
    return "-".join(code[place : place + 4] for place in range(0, len(code), 4))
