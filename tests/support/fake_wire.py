"""The wire without a network: the same replies as the transport gives, from a server in memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sync.client.photo_replies import (
    LossNoted,
    PhotoFault,
    PhotoRefused,
    PhotoReply,
    PhotoStood,
    PieceMisplaced,
    PieceTimedOut,
    PieceTooLarge,
)
from sync.client.replies import (
    BatchAcknowledged,
    BatchReply,
    BatchStoredRaw,
    ChangesOk,
    ChangesReply,
    DeviceBarred,
    HelloOk,
    HelloReply,
    NonceLapsed,
    NoNetwork,
    Rejected,
    Reused,
    ServerFault,
    SignedAnswer,
    Slower,
    Smaller,
    VerifyOk,
    VerifyReply,
)
from sync.protocol.batch import PackedBatch
from sync.protocol.blobs import BlobStanding, LostCode
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import to_base64url
from sync.protocol.messages import Hello
from sync.protocol.signatures import SIGNATURE_BYTES, answer_message
from sync.protocol.verification import VerifyRequest
from sync.protocol.wire import AnswerModel, wire_bytes
from tests.support.fake_blobs import Refused
from tests.support.fake_server import RETRY_AFTER, FakeServer, Trouble, stored_raw
from tests.support.sample_bodies import salt
from tests.support.sample_entries import DEVICE

A = TypeVar("A", bound=AnswerModel)
Failure = NonceLapsed | Slower | Smaller | DeviceBarred | Rejected | ServerFault | NoNetwork
REQUEST_SIGNATURE = to_base64url(bytes(SIGNATURE_BYTES))
_BEFORE = {
    Trouble.HTML,
    Trouble.WRONG_SIGNATURE,
    Trouble.SILENCE,
    Trouble.CUT,
    Trouble.SLOWER,
    Trouble.SMALLER,
}
_NO_NETWORK = {
    Trouble.HTML: "unsigned",
    Trouble.WRONG_SIGNATURE: "unsigned",
    Trouble.SILENCE: "timeout",
    Trouble.LOST_ANSWER: "timeout",
    Trouble.CUT: "connection",
}


class FakeWire:
    """Keeps the contract of `Wire` (tests/conformance): nonce, troubles and refusals become the same replies."""

    def __init__(self, server: FakeServer, device: str = DEVICE) -> None:
        self.server = server
        self.device = device
        self._nonce: str | None = None

    def hello(self, hello: Hello) -> HelloReply:
        """A new nonce and what the server knows."""
        answer = self._ask(lambda: self.server.greet(self.device, hello, salt(self.server.requests)), None)
        if not isinstance(answer, tuple):
            return answer
        self._nonce = answer[0].nonce
        return HelloOk(*answer)

    def put_batch(self, batch: PackedBatch, time_out: float) -> BatchReply:
        """Hands the batch's bytes to the server."""
        nonce = self._nonce
        if nonce is None:
            return NonceLapsed(batch.batch_id)
        troubles = self.server.troubles
        trouble = troubles[0] if troubles else None
        answer = self._ask(
            lambda: self.server.take(self.device, nonce, batch.batch_id, batch.body), batch.batch_id
        )
        if isinstance(answer, Rejected) and answer.status == 409:
            return Reused(batch.batch_id)
        if not isinstance(answer, tuple):
            return answer
        acknowledgement, proof = answer
        if trouble in (Trouble.OTHER_ACKNOWLEDGEMENT, Trouble.MISSING_VERDICT, Trouble.GIBBERISH):
            return Rejected("acknowledgement_differs", batch.batch_id)
        if trouble is Trouble.STORED_RAW:
            kept = stored_raw(acknowledgement)
            return BatchStoredRaw(kept, self._proof(202, kept), len(batch.body), 0.5)
        return BatchAcknowledged(acknowledgement, proof, len(batch.body), 0.5)

    def changes(self, cursor: int) -> ChangesReply:
        """One page of the feed."""
        nonce = self._nonce
        if nonce is None:
            return NonceLapsed()
        answer = self._ask(lambda: self.server.rows_after(self.device, nonce, cursor), None)
        if not isinstance(answer, tuple):
            return answer
        return ChangesOk(*answer)

    def verify(self, request: VerifyRequest) -> VerifyReply:
        """What the server holds otherwise."""
        nonce = self._nonce
        if nonce is None:
            return NonceLapsed()
        answer = self._ask(lambda: self.server.compare(self.device, nonce, request), None)
        if not isinstance(answer, tuple):
            return answer
        return VerifyOk(request, *answer)

    def ask_blob(self, sha256: str) -> PhotoReply:
        """How much of a picture the server holds."""
        answer = self._about(sha256, lambda nonce: self.server.stand(self.device, nonce, sha256))
        return PhotoStood(answer) if isinstance(answer, BlobStanding) else answer

    def send_piece(self, sha256: str, offset: int, piece: bytes, time_out: float) -> PhotoReply:
        """Hands a piece to the server."""
        answer = self._about(
            sha256, lambda nonce: self.server.add_piece(self.device, nonce, sha256, offset, piece)
        )
        return PhotoStood(answer, len(piece), 0.5) if isinstance(answer, BlobStanding) else answer

    def report_lost(self, sha256: str, code: LostCode) -> PhotoReply:
        """Says that the store has not got a picture."""
        answer = self._about(sha256, lambda nonce: self.server.lose(self.device, nonce, sha256, code))
        return LossNoted(answer) if isinstance(answer, BlobStanding) else answer

    def _about(self, sha256: str, work: Callable[[str], BlobStanding]) -> BlobStanding | PhotoReply:
        nonce = self._nonce
        if nonce is None:
            return NonceLapsed()
        answer = self._ask(lambda: work(nonce), None)
        if isinstance(answer, tuple):
            return answer[0]
        if isinstance(answer, Smaller):
            return PieceTooLarge(sha256)
        if isinstance(answer, ServerFault):
            return PhotoFault(sha256, answer.code)
        if isinstance(answer, NoNetwork) and answer.detail == "timeout":
            return PieceTimedOut(sha256)
        if isinstance(answer, Rejected):
            there = answer.data.get("offset")
            if answer.status == 409 and isinstance(there, int):
                return PieceMisplaced(sha256, there)
            return PhotoRefused(sha256, answer.code)
        return answer

    def _ask(self, work: Callable[[], A], batch_id: str | None) -> tuple[A, SignedAnswer] | Failure:
        trouble = self.server.next_trouble()
        if trouble is Trouble.SLOWER:
            return Slower(RETRY_AFTER, batch_id)
        if trouble is Trouble.SMALLER:
            return Smaller(batch_id)
        if trouble is Trouble.SERVER_FAULT:
            return ServerFault("server_fault", batch_id)
        if trouble is Trouble.BARRED:
            return DeviceBarred("device_paused", batch_id)
        if trouble in _BEFORE:
            return NoNetwork(_NO_NETWORK[trouble], batch_id)
        try:
            answer = work()
        except Refused as refused:
            return _refusal(refused, batch_id)
        if trouble is Trouble.LOST_ANSWER:
            return NoNetwork(_NO_NETWORK[trouble], batch_id)
        if trouble is Trouble.GIBBERISH and batch_id is None:
            return Rejected("answer_invalid")
        return answer, self._proof(200, answer)

    def _proof(self, status: int, answer: AnswerModel) -> SignedAnswer:
        body = wire_bytes(answer)
        message = answer_message(REQUEST_SIGNATURE, status, sha256_hex(body))
        return SignedAnswer(status, body, to_base64url(self.server.key.sign(message)), REQUEST_SIGNATURE)


def _refusal(refused: Refused, batch_id: str | None) -> Failure:
    if refused.code == "nonce_lapsed":
        return NonceLapsed(batch_id)
    if refused.status in (401, 403):
        return DeviceBarred(refused.code, batch_id)
    return Rejected(refused.code, batch_id, refused.status, refused.data)
