"""What branches published, as laptops fetch it."""

from __future__ import annotations

from sync.protocol.encoding import to_base64url
from sync.protocol.releases import SignedRelease
from sync.server.refusals import Refusal
from sync.server.storage.store import Store


class Releases:
    """Versions by name, files by digest; nothing of either ever changes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def signed(self, version: str) -> SignedRelease:
        """The manifest with its signature. Refusal: `release_unknown`."""
        with self._store.reading() as tx:
            sealed = tx.releases.sealed(version)
        if sealed is None:
            raise Refusal("release_unknown")
        return SignedRelease(manifest=sealed.manifest.decode(), signature=to_base64url(sealed.signature))

    def content(self, sha256: str) -> bytes:
        """The bytes of a file. Refusal: `file_unknown`."""
        with self._store.reading() as tx:
            found = tx.releases.contents([sha256]).get(sha256)
        if found is None:
            raise Refusal("file_unknown")
        return found
