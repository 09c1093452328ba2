"""What branches published, as laptops fetch it."""

from __future__ import annotations

from datetime import date

from sync.protocol.encoding import to_base64url
from sync.protocol.releases import (
    LARGEST_CARRIED,
    MOST_CARRIED,
    CarriedRelease,
    CarriedReleases,
    ReleaseManifest,
    SignedRelease,
)
from sync.protocol.wire import wire_bytes
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

    def carried(self, agent_id: str, kept: str, today: date) -> CarriedReleases | None:
        """What an agent's laptop lacks whose newest version is `kept`: the branch's newest, and those before it back to the
        one that holds on a local day; None for nothing, or for more than one answer carries."""
        releases: list[CarriedRelease] = []
        contents: dict[str, bytes] = {}
        with self._store.reading() as tx:
            wanted = tx.releases.newest_for(agent_id)
            while wanted not in (None, kept) and len(releases) < MOST_CARRIED:
                sealed = tx.releases.sealed(wanted)
                assert sealed is not None
                signature = to_base64url(sealed.signature)
                text = sealed.manifest.decode()
                releases.append(CarriedRelease(version=wanted, manifest=text, signature=signature))
                contents |= sealed.contents
                manifest = ReleaseManifest.model_validate_json(text)
                wanted = manifest.before if manifest.in_force_on > today else None
        if not releases:
            return None
        found = CarriedReleases(
            releases=tuple(releases), contents=tuple(content.decode() for content in contents.values())
        )
        return found if len(wire_bytes(found)) <= LARGEST_CARRIED else None
