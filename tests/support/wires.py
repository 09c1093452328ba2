"""A wire for tests: a server in memory that takes everything in, by the contract of the real one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sync.client.photo_replies import PhotoReply
from sync.client.replies import (
    BatchAcknowledged,
    BatchReply,
    BatchStoredRaw,
    ChangesOk,
    ChangesReply,
    HelloOk,
    HelloReply,
    SignedAnswer,
    VerifyOk,
    VerifyReply,
)
from sync.protocol.batch import PackedBatch
from sync.protocol.blobs import LostCode
from sync.protocol.encoding import to_base64url
from sync.protocol.feed import ChangesPage, FeedRow
from sync.protocol.messages import (
    Acknowledgement,
    EntryVerdict,
    Hello,
    HelloAnswer,
    Mark,
    SequenceRange,
    StoredRaw,
)
from sync.protocol.verification import VerifyAnswer, VerifyRequest
from sync.rules.states import VerdictKind
from tests.support.scripted_photos import ScriptedPhotos

AT = datetime(2026, 11, 22, 2, 20, tzinfo=UTC)
SERVER = to_base64url(bytes(32))
SIGNED = SignedAnswer(200, b"{}", to_base64url(bytes(64)), to_base64url(bytes(64)))
Verdict = Callable[[str], VerdictKind]


@dataclass
class ScriptedWire:
    """Takes what is sent; `verdict` judges each entry id."""

    verdict: Verdict = lambda _: VerdictKind.ACCEPTED
    max_entries: int = 2_000
    feed: list[FeedRow] = field(default_factory=list)
    hellos: list[Hello] = field(default_factory=list)
    batches: list[PackedBatch] = field(default_factory=list)
    verifies: list[VerifyRequest] = field(default_factory=list)
    compared: list[VerifyAnswer] = field(default_factory=list)
    store_raw: bool = False
    known: tuple[Mark, ...] = ()
    missing: tuple[SequenceRange, ...] = ()
    server_at: datetime = AT
    wanted: tuple[str, ...] = ()
    photos: ScriptedPhotos = field(default_factory=ScriptedPhotos)

    def hello(self, hello: Hello) -> HelloReply:
        self.hellos.append(hello)
        answer = HelloAnswer(
            challenge=to_base64url(bytes(16)),
            nonce=to_base64url(bytes(16)),
            nonce_until=AT,
            server_at=self.server_at,
            max_entries=self.max_entries,
            max_bytes=1024 * 1024,
            known=self.known,
            missing=self.missing,
            wanted_blobs=self.wanted,
            device_state="active",
            feed_head=self._head(),
            reference_version="2026.11.1",
            urgent_verdicts=(),
            notices=(),
        )
        return HelloOk(answer, SIGNED)

    def put_batch(self, batch: PackedBatch, time_out: float) -> BatchReply:
        self.batches.append(batch)
        self.photos.batches.append(batch)
        verdicts = tuple(
            EntryVerdict(
                entry_id=entry_id,
                hash=digest,
                kind=self.verdict(entry_id),
                feed_position=self._head() + place,
            )
            for place, (entry_id, digest) in enumerate(batch.hashes, start=1)
        )
        for verdict in verdicts:
            payload = verdict.model_dump(mode="json", exclude_none=True)
            self.feed.append(FeedRow(position=verdict.feed_position, kind="verdict", at=AT, payload=payload))
        if self.store_raw:
            stored = StoredRaw(batch_id=batch.batch_id, digest=batch.digest, stored_at=AT, server=SERVER)
            return BatchStoredRaw(stored, SIGNED, len(batch.body), 0.1)
        answer = Acknowledgement(
            batch_id=batch.batch_id, digest=batch.digest, verdicts=verdicts, stored_at=AT, server=SERVER
        )
        return BatchAcknowledged(answer, SIGNED, len(batch.body), 0.1)

    def changes(self, cursor: int) -> ChangesReply:
        rows = tuple(row for row in self.feed if row.position > cursor)
        return ChangesOk(ChangesPage(rows=rows, cursor=self._head(), more=False), SIGNED)

    def verify(self, request: VerifyRequest) -> VerifyReply:
        self.verifies.append(request)
        answer = VerifyAnswer(compared_at=AT)
        return VerifyOk(request, self.compared.pop(0) if self.compared else answer, SIGNED)

    def ask_blob(self, sha256: str) -> PhotoReply:
        return self.photos.ask(sha256)

    def send_piece(self, sha256: str, offset: int, piece: bytes, time_out: float) -> PhotoReply:
        return self.photos.send(sha256, offset, piece)

    def report_lost(self, sha256: str, code: LostCode) -> PhotoReply:
        return self.photos.lose(sha256, code)

    def _head(self) -> int:
        return self.feed[-1].position if self.feed else 0
