"""The server's signature over what it publishes: each server signs its own reference data."""

import hashlib

from sync.protocol.signatures import SigningKey, verify


def reference_message(manifest: bytes) -> bytes:
    """What is signed: the manifest's SHA-256 under a label of its own; the manifest in turn names every file."""
    return b"perisai-reference-1\n" + hashlib.sha256(manifest).hexdigest().encode("ascii")


def sign_reference(manifest: bytes, key: SigningKey) -> bytes:
    """The 64-byte signature over the bytes of `manifest.json`."""
    return key.sign(reference_message(manifest))


def verify_reference(manifest: bytes, signature: bytes, public: bytes) -> bool:
    """Whether a server with this public key published this manifest."""
    return verify(public, signature, reference_message(manifest))
