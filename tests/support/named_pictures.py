"""Pictures as an entry names them: in its envelope by what they are, in its personal part by what they show."""

from __future__ import annotations

from sync.protocol.bodies.parts import BlobMeaning
from sync.protocol.digests import sha256_hex
from sync.protocol.entry import Blob


def named_pictures(**pictures: bytes) -> tuple[tuple[Blob, ...], tuple[BlobMeaning, ...]]:
    """The pictures that are there, each under what it shows."""
    taken = [(sha256_hex(content), len(content), shows) for shows, content in pictures.items() if content]
    blobs = tuple(Blob(sha256=digest, length=length) for digest, length, _ in taken)
    shown = (BlobMeaning.model_validate({"sha256": digest, "shows": shows}) for digest, _, shows in taken)
    return blobs, tuple(shown)
