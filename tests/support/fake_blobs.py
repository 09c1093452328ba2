"""Pictures of the server in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from sync.protocol.blobs import BlobStanding
from sync.protocol.digests import sha256_hex
from sync.protocol.entry import SealedEntry


class Refused(Exception):
    """A signed refusal: an HTTP status with its code."""

    def __init__(self, status: int, code: str, **data: str | int | None) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.data = dict(data)


@dataclass
class FakeBlobs:
    """Bytes by SHA-256, and what stores said they lack."""

    content: dict[str, bytes] = field(default_factory=dict)
    lost: dict[str, str] = field(default_factory=dict)

    def standing(self, entries: Iterable[SealedEntry], sha256: str) -> BlobStanding:
        """How much of a picture that an entry names is here."""
        named = {blob["sha256"]: blob["length"] for one in entries for blob in json.loads(one.raw)["blobs"]}
        if sha256 not in named:
            raise Refused(404, "blob_unknown")
        offset, length = len(self.content.get(sha256, b"")), named[sha256]
        return BlobStanding(sha256=sha256, length=length, offset=offset, complete=offset == length)

    def append(self, entries: Iterable[SealedEntry], sha256: str, offset: int, piece: bytes) -> BlobStanding:
        """Takes a piece at the right offset; what is whole and another picture is thrown away."""
        known = tuple(entries)
        before = self.standing(known, sha256)
        if before.complete:
            return before
        if offset != before.offset:
            raise Refused(409, "offset_differs", offset=before.offset)
        if not piece:
            raise Refused(422, "piece_empty")
        if offset + len(piece) > before.length:
            raise Refused(422, "length_differs", length=before.length)
        whole = self.content.get(sha256, b"") + piece
        if len(whole) == before.length and sha256_hex(whole) != sha256:
            self.content[sha256] = b""
            raise Refused(422, "blob_differs", offset=0)
        self.content[sha256] = whole
        return self.standing(known, sha256)
