"""The server's signature over what it publishes: each server signs its own reference data."""

from sync.protocol.releases import reference_message
from sync.protocol.signatures import SigningKey, verify


def sign_reference(manifest: bytes, key: SigningKey) -> bytes:
    """The 64-byte signature over the bytes of `manifest.json`."""
    return key.sign(reference_message(manifest))


def verify_reference(manifest: bytes, signature: bytes, public: bytes) -> bool:
    """Whether a server with this public key published this manifest."""
    return verify(public, signature, reference_message(manifest))
