"""The server's own keys: one for signing and one for recovery, in files of the owner alone."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.protocol.recovery import recovery_public_key
from sync.protocol.sealed_file import public_of
from sync.protocol.signatures import SigningKey

KEY_BYTES = 32
SIGNING_KEY = "signing.key"
RECOVERY_KEY = "recovery.key"


class KeyFault(Exception):
    """A key file that is damaged or open to others; `code` says which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ServerKeys:
    """Keys derived from, or lying beside, the signing key; its repr shows nothing of them."""

    def __init__(self, directory: Path, signing: SigningKey) -> None:
        self._directory = directory
        self.signing = signing
        self.nonce_key = _derived(signing, b"perisai-nonce-1")
        self.code_key = _derived(signing, b"perisai-device-code-1")
        self.bundle_private = _derived(signing, b"perisai-bundle-key-1")
        self.grant_key = _derived(signing, b"perisai-epoch-grant-1")

    @classmethod
    def open(cls, directory: Path) -> ServerKeys:
        """The keys under a server's directory, made at the first start. Raises KeyFault."""
        directory.mkdir(parents=True, exist_ok=True)
        seed = _read_or_make(directory / SIGNING_KEY)
        return cls(directory, SigningKey.from_bytes(seed))

    @property
    def public(self) -> bytes:
        """The public signing key that devices pin."""
        return self.signing.public

    @property
    def bundle_public(self) -> bytes:
        """The public key (X25519) to which devices seal their bundles; whoever has the signing key has its other half."""
        return public_of(self.bundle_private)

    @property
    def recovery_public(self) -> bytes:
        """The public recovery key (X25519) to which the store keys of the branch's agents are wrapped."""
        return recovery_public_key(self.recovery_private())

    def recovery_private(self) -> bytes:
        """The branch's recovery key, for opening a forgotten store; made when first asked for. Raises KeyFault."""
        return _read_or_make(self._directory / RECOVERY_KEY)


def _derived(signing: SigningKey, purpose: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose).derive(signing.to_bytes())


def _read_or_make(path: Path) -> bytes:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(path)
    key = secrets.token_bytes(KEY_BYTES)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    return key


def _read(path: Path) -> bytes:
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise KeyFault("key_file_open_to_others")
    key = path.read_bytes()
    if len(key) != KEY_BYTES:
        raise KeyFault("key_file_damaged")
    return key
