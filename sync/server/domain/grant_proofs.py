"""The proof of a grant: a keyed digest that only this server makes, so that it knows its own grants after a set-back."""

from __future__ import annotations

import hashlib
import hmac

from sync.protocol.encoding import to_base64url


def prove_grant(key: bytes, device: str, epoch: int, start_hash: str, ask: str) -> str:
    """HMAC-SHA-256 over what was granted to whom, base64url."""
    message = f"perisai-epoch-grant-1|{device}|{epoch}|{start_hash}|{ask}".encode("ascii")
    return to_base64url(hmac.new(key, message, hashlib.sha256).digest())


def grant_proved(key: bytes, device: str, epoch: int, start_hash: str, ask: str, proof: str) -> bool:
    """Whether a proof is this server's for exactly this grant."""
    return hmac.compare_digest(proof, prove_grant(key, device, epoch, start_hash, ask))
