"""The device's wire over HTTP: hello, batches, changes, verify and pictures, signed and verified."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from datetime import datetime
from typing import BinaryIO

from sync.client.channel import Channel
from sync.client.photo_channel import ask_blob, report_lost, send_piece
from sync.client.photo_replies import PhotoReply
from sync.client.replies import (
    BatchAcknowledged,
    BatchReply,
    BatchStoredRaw,
    BundleCarried,
    CarryReply,
    ChangesOk,
    ChangesReply,
    HelloOk,
    HelloReply,
    NonceLapsed,
    Rejected,
    Reused,
    SignedAnswer,
    VerifyOk,
    VerifyReply,
)
from sync.client.signed_channel import (
    BATCH_TYPE,
    BUNDLE_TYPE,
    CARRY_TIME_OUT,
    Freshness,
    SignedChannel,
    read_answer,
)
from sync.protocol.batch import PackedBatch
from sync.protocol.blobs import LostCode
from sync.protocol.bundle_answer import BundleTaken
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import to_base64url
from sync.protocol.feed import ChangesPage
from sync.protocol.messages import Acknowledgement, Hello, HelloAnswer, StoredRaw
from sync.protocol.signatures import CHALLENGE_BYTES, HEADER_CHALLENGE, HEADER_NONCE, SigningKey
from sync.protocol.verification import VerifyAnswer, VerifyRequest
from sync.protocol.wire import wire_bytes

PAGE_TIME_OUT = 60.0
"""Seconds for a page of the feed: a full one takes about ten at 64 kbit/s, and four times that on the poorest link."""


class Transport:
    """The real `Wire`. Holds the nonce of the last hello and nothing else; keeps no state of entries.

    `now` is the device's clock (signed, never a ground for refusal); `monotonic` measures the link.
    """

    def __init__(
        self,
        channel: Channel,
        *,
        device: str,
        key: SigningKey,
        server_key: bytes,
        now: Callable[[], datetime],
        monotonic: Callable[[], float] = time.monotonic,
        random_bytes: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self._signed = SignedChannel(channel, key=key, server_key=server_key, now=now, device=device)
        self._server = to_base64url(server_key)
        self._monotonic = monotonic
        self._random_bytes = random_bytes
        self._nonce: Freshness | None = None

    def hello(self, hello: Hello) -> HelloReply:
        """Signed over a fresh challenge, which the signed answer must echo; keeps the nonce it brings.

        Verdicts count only on the urgent entries that were sent.
        """
        challenge = to_base64url(self._random_bytes(CHALLENGE_BYTES))
        answer = self._signed.ask(
            "POST", "/v1/hello", Freshness(HEADER_CHALLENGE, challenge), body=wire_bytes(hello)
        )
        if not isinstance(answer, SignedAnswer):
            return answer
        read = read_answer(HelloAnswer, answer)
        if read is None:
            return Rejected("answer_invalid")
        if read.challenge != challenge:
            return Rejected("challenge_differs")
        if not _answers_urgent(read, hello):
            return Rejected("answer_invalid")
        self._nonce = Freshness(HEADER_NONCE, read.nonce)
        return HelloOk(read, answer)

    def put_batch(self, batch: PackedBatch, time_out: float) -> BatchReply:
        """Sends a batch; an acknowledgement counts only where it answers exactly the entries that were sent."""
        if self._nonce is None:
            return NonceLapsed(batch.batch_id)
        begun = self._monotonic()
        answer = self._signed.ask(
            "PUT",
            f"/v1/batches/{batch.batch_id}",
            self._nonce,
            body=batch.body,
            content_type=BATCH_TYPE,
            batch_id=batch.batch_id,
            time_out=time_out,
        )
        if isinstance(answer, Rejected) and answer.status == 409:
            return Reused(batch.batch_id)
        if not isinstance(answer, SignedAnswer):
            return answer
        seconds = self._monotonic() - begun
        if answer.status == 202:
            stored = read_answer(StoredRaw, answer)
            if stored is None or (stored.batch_id, stored.digest) != (batch.batch_id, batch.digest):
                return Rejected("acknowledgement_differs", batch.batch_id)
            return BatchStoredRaw(stored, answer, len(batch.body), seconds)
        read = read_answer(Acknowledgement, answer)
        if read is None or not acknowledges(batch, read, self._server):
            return Rejected("acknowledgement_differs", batch.batch_id)
        return BatchAcknowledged(read, answer, len(batch.body), seconds)

    def carry(self, file: BinaryIO) -> CarryReply:
        """`POST /v1/bundles`: brings the file of another laptop, from where the open file stands."""
        if self._nonce is None:
            return NonceLapsed()
        answer = self._signed.upload("/v1/bundles", self._nonce, file, BUNDLE_TYPE, CARRY_TIME_OUT)
        if not isinstance(answer, SignedAnswer):
            return answer
        taken = read_answer(BundleTaken, answer)
        return Rejected("answer_invalid") if taken is None else BundleCarried(taken)

    def changes(self, cursor: int) -> ChangesReply:
        """The page of feed rows after the cursor."""
        if self._nonce is None:
            return NonceLapsed()
        answer = self._signed.ask("GET", f"/v1/changes?cursor={cursor}", self._nonce, time_out=PAGE_TIME_OUT)
        if not isinstance(answer, SignedAnswer):
            return answer
        page = read_answer(ChangesPage, answer)
        return Rejected("answer_invalid") if page is None else ChangesOk(page, answer)

    def verify(self, request: VerifyRequest) -> VerifyReply:
        """What the server holds otherwise than the request claims."""
        if self._nonce is None:
            return NonceLapsed()
        answer = self._signed.ask("POST", "/v1/verify", self._nonce, body=wire_bytes(request))
        if not isinstance(answer, SignedAnswer):
            return answer
        read = read_answer(VerifyAnswer, answer)
        return Rejected("answer_invalid") if read is None else VerifyOk(request, read, answer)

    def ask_blob(self, sha256: str) -> PhotoReply:
        """How much of a picture the server holds."""
        return NonceLapsed() if self._nonce is None else ask_blob(self._signed, self._nonce, sha256)

    def send_piece(self, sha256: str, offset: int, piece: bytes, time_out: float) -> PhotoReply:
        """Sends a piece of a picture, and measures the link by it."""
        if self._nonce is None:
            return NonceLapsed()
        return send_piece(self._signed, self._nonce, sha256, offset, piece, time_out, self._monotonic)

    def report_lost(self, sha256: str, code: LostCode) -> PhotoReply:
        """Says that this store has not got a picture."""
        return NonceLapsed() if self._nonce is None else report_lost(self._signed, self._nonce, sha256, code)


def acknowledges(batch: PackedBatch, answer: Acknowledgement, server: str) -> bool:
    """Whether an acknowledgement is of this batch: its id, its digest, this server, and one verdict an entry."""
    verdicts = [(verdict.entry_id, verdict.hash) for verdict in answer.verdicts]
    named = (answer.batch_id, answer.digest, answer.server) == (batch.batch_id, batch.digest, server)
    return named and sorted(verdicts) == sorted(batch.hashes)


def _answers_urgent(answer: HelloAnswer, hello: Hello) -> bool:
    sent = {sha256_hex(entry.raw.encode()) for entry in hello.urgent}
    return all(verdict.hash in sent for verdict in answer.urgent_verdicts)
