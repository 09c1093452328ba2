"""Signatures by digest in place of Ed25519: what is proved here is who believes whom, not the curve.

A signature is 64 bytes over the public key and the message. Anybody could make one, and nobody in a simulated world
does: what comes garbled, from a portal or for another request does not fit, as with the real ones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from sync.protocol.signatures import SigningKey

USERS = (
    "sync.client.signed_channel",
    "sync.protocol.batch",
    "sync.protocol.bundle",
    "sync.protocol.bundle_answer",
    "sync.protocol.signatures",
    "sync.server.domain.judging_money",
    "sync.server.services.device_door",
)


def sign(self: SigningKey, message: bytes) -> bytes:
    """The stand-in for `SigningKey.sign`."""
    return hashlib.sha512(self.public + message).digest()


def verify(public: bytes, signature: bytes, message: bytes) -> bool:
    """The stand-in for `signatures.verify`."""
    return signature == hashlib.sha512(public + message).digest()


@contextmanager
def light_signatures() -> Iterator[None]:
    """Within this block nothing is signed on the curve."""
    with ExitStack() as stack:
        stack.enter_context(patch.object(SigningKey, "sign", sign))
        for user in USERS:
            stack.enter_context(patch(f"{user}.verify", verify))
        yield
