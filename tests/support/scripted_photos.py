"""The pictures of a scripted wire: taken piece by piece, with replies to order in place of the right ones."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from sync.client.photo_replies import LossNoted, PhotoRefused, PhotoReply, PhotoStood, PieceMisplaced
from sync.protocol.batch import PackedBatch, unpack
from sync.protocol.blobs import BlobStanding
from tests.support.fake_blobs import FakeBlobs, Refused


@dataclass
class ScriptedPhotos:
    """What entries of the batches that came name, and what of it is here; `asked` lists every request."""

    blobs: FakeBlobs = field(default_factory=FakeBlobs)
    batches: list[PackedBatch] = field(default_factory=list)
    instead: deque[PhotoReply | None] = field(default_factory=deque)
    asked: list[tuple[str, str, int]] = field(default_factory=list)
    seconds: float = 0.5

    def ask(self, sha256: str) -> PhotoReply:
        """Where a picture stands."""
        return self._reply(("ask", sha256, 0), None)

    def send(self, sha256: str, offset: int, piece: bytes) -> PhotoReply:
        """A piece of it."""
        return self._reply(("send", sha256, offset), piece)

    def lose(self, sha256: str, code: str) -> PhotoReply:
        """It will not come."""
        reply = self._reply((f"lost {code}", sha256, 0), None)
        if isinstance(reply, PhotoStood):
            self.blobs.lost[sha256] = code
            return LossNoted(reply.standing)
        return reply

    def _reply(self, asked: tuple[str, str, int], piece: bytes | None) -> PhotoReply:
        self.asked.append(asked)
        ordered = self.instead.popleft() if self.instead else None
        if ordered is not None:
            return ordered
        _, sha256, offset = asked
        entries = [entry for batch in self.batches for entry in unpack(batch.body).entries]
        try:
            standing: BlobStanding = (
                self.blobs.standing(entries, sha256)
                if piece is None
                else self.blobs.append(entries, sha256, offset, piece)
            )
        except Refused as refused:
            there = refused.data.get("offset")
            if refused.status == 409 and isinstance(there, int):
                return PieceMisplaced(sha256, there)
            return PhotoRefused(sha256, refused.code)
        return PhotoStood(standing, len(piece or b""), self.seconds if piece else 0.0)
