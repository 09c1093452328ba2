"""Derives the keys of a store from its one store key, and forgets them at sign-out."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
LABELS = ("database", "attachments", "drafts")


class StoreKeys:
    """Three independent 32-byte keys (HKDF-SHA256, RFC 5869, one label each)."""

    def __init__(self, store_key: bytes) -> None:
        if len(store_key) != KEY_BYTES:
            raise ValueError("a store key has 32 bytes")
        self._keys = {label: bytearray(derive(store_key, label)) for label in LABELS}

    @property
    def database(self) -> bytes:
        """The raw key of SQLCipher."""
        return self._key("database")

    @property
    def attachments(self) -> bytes:
        """The AES-GCM key of pictures."""
        return self._key("attachments")

    @property
    def drafts(self) -> bytes:
        """The AES-GCM key of drafts."""
        return self._key("drafts")

    def drop(self) -> None:
        """Overwrite the keys; asking for one afterwards is a bug and raises RuntimeError."""
        for key in self._keys.values():
            key[:] = bytes(len(key))
        self._keys.clear()

    def __repr__(self) -> str:
        return "StoreKeys()"

    def _key(self, label: str) -> bytes:
        key = self._keys.get(label)
        if key is None:
            raise RuntimeError("the keys were dropped")
        return bytes(key)


def derive(store_key: bytes, label: str) -> bytes:
    """The key for one use, bound to its label."""
    info = f"perisai-store-1|{label}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(store_key)
