"""A server of the wire that lives in memory, with faults to order: what the fake wire and the loopback server answer."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from sync.protocol.batch import BatchFault, unpack
from sync.protocol.blobs import BlobStanding
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import EntryFault, SealedEntry, Unsupported, decode
from sync.protocol.feed import ChangesPage, DecisionPayload, FeedRow
from sync.protocol.messages import (
    Acknowledgement,
    DeviceState,
    EntryVerdict,
    Hello,
    HelloAnswer,
    Mark,
    StoredRaw,
)
from sync.protocol.signatures import SigningKey
from sync.protocol.verification import VerifyAnswer, VerifyRequest
from sync.protocol.wire import AnswerModel, wire_bytes
from sync.rules.states import ReviewState, VerdictKind
from tests.support.comparing import answer_of
from tests.support.fake_blobs import FakeBlobs, Refused
from tests.support.sample_bodies import AT
from tests.support.sample_entries import DEVICE, DEVICE_KEY, SERVER_KEY


class Trouble(StrEnum):
    """What can be ordered for the next request."""

    HTML = "html"
    WRONG_SIGNATURE = "wrong_signature"
    SILENCE = "silence"
    LOST_ANSWER = "lost_answer"
    CUT = "cut"
    SLOWER = "slower"
    SMALLER = "smaller"
    SERVER_FAULT = "server_fault"
    BARRED = "barred"
    STORED_RAW = "stored_raw"
    OTHER_ACKNOWLEDGEMENT = "other_acknowledgement"
    MISSING_VERDICT = "missing_verdict"
    GIBBERISH = "gibberish"


RETRY_AFTER = 7


@dataclass
class FakeServer:
    """Accepts every readable entry of its devices, once; a replay is `same`."""

    key: SigningKey = SERVER_KEY
    devices: dict[str, bytes] = field(default_factory=lambda: {DEVICE: DEVICE_KEY.public})
    now: Callable[[], datetime] = lambda: AT
    device_state: DeviceState = "active"
    page: int = 500
    troubles: deque[Trouble | None] = field(default_factory=deque)
    requests: int = 0
    verdicts: dict[str, EntryVerdict] = field(default_factory=dict)
    entries: dict[str, SealedEntry] = field(default_factory=dict)
    feed: list[FeedRow] = field(default_factory=list)
    batches: dict[str, tuple[str, Acknowledgement]] = field(default_factory=dict)
    nonces: set[str] = field(default_factory=set)
    blobs: FakeBlobs = field(default_factory=FakeBlobs)

    def next_trouble(self) -> Trouble | None:
        """Counts a request and says what was ordered for it."""
        self.requests += 1
        return self.troubles.popleft() if self.troubles else None

    def key_of(self, device: str) -> bytes:
        """The public key of a device."""
        if device not in self.devices:
            raise Refused(401, "device_unknown")
        return self.devices[device]

    def greet(self, device: str, hello: Hello, challenge: str) -> HelloAnswer:
        """Answers hello with a new nonce."""
        self.key_of(device)
        nonce = to_base64url((len(self.nonces) + self.requests).to_bytes(16, "big"))
        self.nonces.add(nonce)
        urgent = tuple(
            self._judge(
                SealedEntry.of(entry.raw.encode(), (entry.personal and entry.personal.encode()) or None)
            )
            for entry in hello.urgent
        )
        return HelloAnswer(
            challenge=challenge,
            nonce=nonce,
            nonce_until=self.now() + timedelta(minutes=15),
            server_at=self.now(),
            max_entries=2_000,
            max_bytes=1024 * 1024,
            known=self._known(device),
            missing=(),
            wanted_blobs=(),
            device_state=self.device_state,
            feed_head=len(self.feed),
            reference_version="2026-1",
            urgent_verdicts=urgent,
            notices=(),
        )

    def take(self, device: str, nonce: str, batch_id: str, body: bytes) -> Acknowledgement:
        """Stores a batch and answers for every entry."""
        self._fresh(nonce)
        try:
            batch = unpack(body)
        except BatchFault as fault:
            raise Refused(422, fault.code) from None
        if not batch.signed_by(self.key_of(device)) or batch.manifest.batch_id != batch_id:
            raise Refused(422, "signature_invalid")
        digest, earlier = self.batches.get(batch_id, (batch.digest, None))
        if digest != batch.digest:
            raise Refused(409, "batch_id_reused")
        if earlier is not None:
            return earlier
        answer = Acknowledgement(
            batch_id=batch_id,
            digest=batch.digest,
            verdicts=tuple(self._judge(entry) for entry in batch.entries),
            stored_at=self.now(),
            server=to_base64url(self.key.public),
        )
        self.batches[batch_id] = (batch.digest, answer)
        return answer

    def rows_after(self, device: str, nonce: str, cursor: int) -> ChangesPage:
        """One page of the feed."""
        self._fresh(nonce)
        self.key_of(device)
        rows = tuple(self.feed[cursor : cursor + self.page])
        last = rows[-1].position if rows else cursor
        return ChangesPage(rows=rows, cursor=last, more=last < len(self.feed))

    def compare(self, device: str, nonce: str, request: VerifyRequest) -> VerifyAnswer:
        """Holds claims against what was taken in."""
        self._fresh(nonce)
        self.key_of(device)
        chains: dict[int, dict[int, tuple[str, int]]] = {}
        for sealed in self.entries.values():
            said = json.loads(sealed.raw)
            chains.setdefault(said["epoch"], {})[said["seq"]] = (sealed.hash, said["body"].get("total", 0))
        return answer_of(chains, request, self.now())

    def stand(self, device: str, nonce: str, sha256: str) -> BlobStanding:
        """How much of a picture is here."""
        self._fresh(nonce)
        self.key_of(device)
        return self.blobs.standing(self.entries.values(), sha256)

    def add_piece(self, device: str, nonce: str, sha256: str, offset: int, piece: bytes) -> BlobStanding:
        """Takes a piece of a picture."""
        self.stand(device, nonce, sha256)
        return self.blobs.append(self.entries.values(), sha256, offset, piece)

    def lose(self, device: str, nonce: str, sha256: str, code: str) -> BlobStanding:
        """Notes that a store has not got a picture."""
        standing = self.stand(device, nonce, sha256)
        self.blobs.lost[sha256] = code
        return standing

    def lapse(self) -> None:
        """Forgets every nonce."""
        self.nonces.clear()

    def decide(self, entry_id: str, state: ReviewState, reason: str | None = None) -> None:
        """A reviewer's decision comes into the feed."""
        self.add_row(
            "decision",
            DecisionPayload(
                entry_id=entry_id,
                hash=self.verdicts[entry_id].hash,
                state=state,
                reason=reason,
                decided_at=self.now(),
                reviewer="Sari Contoh",
            ),
        )

    def add_row(self, kind: str, payload: AnswerModel) -> None:
        """Appends a row to the feed."""
        content = json.loads(wire_bytes(payload))
        self.feed.append(FeedRow(position=len(self.feed) + 1, kind=kind, at=self.now(), payload=content))

    def _judge(self, sealed: SealedEntry) -> EntryVerdict:
        try:
            entry = decode(sealed.raw, sealed.personal)
        except EntryFault as fault:
            entry_id = json.loads(sealed.raw)["entry_id"]
            return self._settle(entry_id, sealed, VerdictKind.NEEDS_FIX, fault.code)
        kind = VerdictKind.UNSUPPORTED if isinstance(entry, Unsupported) else VerdictKind.ACCEPTED
        return self._settle(entry.envelope.entry_id, sealed, kind, None)

    def _settle(
        self, entry_id: str, sealed: SealedEntry, kind: VerdictKind, code: str | None
    ) -> EntryVerdict:
        standing = self.verdicts.get(entry_id)
        if standing is not None and standing.hash == sealed.hash:
            return standing.model_copy(update={"kind": VerdictKind.SAME, "original": standing.kind})
        position = len(self.feed) + 1
        kind = kind if standing is None else VerdictKind.ID_CONFLICT
        verdict = EntryVerdict(
            entry_id=entry_id, hash=sealed.hash, kind=kind, code=code, feed_position=position
        )
        if standing is None:
            self.verdicts[entry_id], self.entries[entry_id] = verdict, sealed
        self.add_row("verdict", verdict)
        return verdict

    def _known(self, device: str) -> tuple[Mark, ...]:
        heads: dict[int, Mark] = {}
        for sealed in self.entries.values():
            envelope = json.loads(sealed.raw)
            mark = Mark(device=device, epoch=envelope["epoch"], seq=envelope["seq"], head_hash=sealed.hash)
            if envelope["device"] == device and mark.seq > getattr(heads.get(mark.epoch), "seq", 0):
                heads[mark.epoch] = mark
        return tuple(heads.values())

    def _fresh(self, nonce: str) -> None:
        if nonce not in self.nonces:
            raise Refused(401, "nonce_lapsed")


def stored_raw(answer: Acknowledgement) -> StoredRaw:
    """The same batch answered with 202."""
    return StoredRaw(
        batch_id=answer.batch_id, digest=answer.digest, stored_at=answer.stored_at, server=answer.server
    )


def spoiled(trouble: Trouble, answer: Acknowledgement) -> Acknowledgement:
    """An acknowledgement that does not fit the batch that was sent."""
    if trouble is Trouble.MISSING_VERDICT:
        return answer.model_copy(update={"verdicts": answer.verdicts[1:]})
    return answer.model_copy(update={"digest": "0" * 64})
