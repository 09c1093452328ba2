"""Ed25519 signatures (RFC 8032), and exactly which bytes of a request, an answer and a batch are signed."""

from __future__ import annotations

from datetime import UTC, date, datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

HEADER_DEVICE = "Perisai-Device"
HEADER_TIME = "Perisai-Time"
HEADER_NONCE = "Perisai-Nonce"
HEADER_CHALLENGE = "Perisai-Challenge"
HEADER_SIGNATURE = "Perisai-Signature"
CHALLENGE_BYTES = 16
SIGNATURE_BYTES = 64
KEY_BYTES = 32


class SigningKey:
    """An Ed25519 private key; its repr shows nothing of it."""

    __slots__ = ("_key", "public")

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key
        self.public = key.public_key().public_bytes_raw()

    @classmethod
    def generate(cls) -> SigningKey:
        """A new key from the operating system's randomness."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_bytes(cls, seed: bytes) -> SigningKey:
        """The key of a 32-byte seed. Raises ValueError for another length."""
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    def to_bytes(self) -> bytes:
        """The 32-byte seed, to be kept in the encrypted store."""
        return self._key.private_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """The 64-byte signature of `message`."""
        return self._key.sign(message)


def verify(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether `signature` is that of `message` under `public`; False for keys and signatures of a wrong form."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def wire_instant(at: datetime) -> str:
    """An aware instant as ISO 8601 in UTC with milliseconds and `Z`; finer digits are cut off."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def request_message(
    method: str, path_query: str, body_sha256: str, nonce_or_challenge: str, device_time: str
) -> bytes:
    """What a device signs of a request: `path_query` as sent, the digest of the body as sent (compressed).

    hello and the enrolment of a device carry the client's challenge where others carry the server's nonce.
    """
    parts = ("perisai-request-1", method, path_query, body_sha256, nonce_or_challenge, device_time)
    return "\n".join(parts).encode("utf-8")


def answer_message(request_signature: str, status: int, body_sha256: str) -> bytes:
    """What the server signs of an answer: bound to the request by its signature, as the header spells it.

    For a request without a signature its challenge, as the header spells it, stands in the same place.
    """
    return f"perisai-answer-1\n{request_signature}\n{status}\n{body_sha256}".encode()


def manifest_message(manifest: bytes) -> bytes:
    """What a device signs of a batch: the manifest's canonical bytes under the batch's own label."""
    return b"perisai-batch-1\n" + manifest


def bundle_message(manifest: bytes) -> bytes:
    """What a device signs of a bundle: the manifest's canonical bytes under the bundle's own label."""
    return b"perisai-bundle-1\n" + manifest


def acknowledgement_message(acknowledgement: bytes) -> bytes:
    """What the server signs of an acknowledgement as it keeps it: its canonical bytes, bound to no request."""
    return b"perisai-acknowledgement-1\n" + acknowledgement


def anchor_message(day: date, number: int, head: str) -> bytes:
    """What the server signs of a finished day (UTC) of its audit trail: the last row's number and hash."""
    return f"perisai-audit-1\n{day.isoformat()}\n{number}\n{head}".encode()
