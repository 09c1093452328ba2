"""The requests about pictures: each asks, and puts what comes back into the reply that it stands for."""

from __future__ import annotations

from collections.abc import Callable

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
from sync.client.replies import NoNetwork, Rejected, ServerFault, SignedAnswer, Smaller
from sync.client.signed_channel import Failure, Freshness, SignedChannel, read_answer
from sync.protocol.blobs import BlobLost, BlobStanding, LostCode
from sync.protocol.wire import wire_bytes

PIECE_TYPE = "application/octet-stream"
CONFLICT = 409


def ask_blob(signed: SignedChannel, nonce: Freshness, sha256: str) -> PhotoReply:
    """`HEAD /v1/blobs/{sha256}`."""
    answer = signed.ask("HEAD", _path(sha256), nonce)
    standing = _standing(answer, sha256)
    return PhotoStood(standing) if isinstance(standing, BlobStanding) else standing


def send_piece(
    signed: SignedChannel,
    nonce: Freshness,
    sha256: str,
    offset: int,
    piece: bytes,
    time_out: float,
    monotonic: Callable[[], float],
) -> PhotoReply:
    """`PATCH /v1/blobs/{sha256}?offset=`."""
    begun = monotonic()
    answer = signed.ask(
        "PATCH",
        f"{_path(sha256)}?offset={offset}",
        nonce,
        body=piece,
        content_type=PIECE_TYPE,
        time_out=time_out,
    )
    if isinstance(answer, Rejected) and answer.status == CONFLICT:
        there = answer.data.get("offset")
        if isinstance(there, int):
            return PieceMisplaced(sha256, there)
    standing = _standing(answer, sha256)
    if isinstance(standing, BlobStanding):
        return PhotoStood(standing, len(piece), monotonic() - begun)
    return standing


def report_lost(signed: SignedChannel, nonce: Freshness, sha256: str, code: LostCode) -> PhotoReply:
    """`POST /v1/blobs/{sha256}/lost`."""
    answer = signed.ask("POST", f"{_path(sha256)}/lost", nonce, body=wire_bytes(BlobLost(code=code)))
    standing = _standing(answer, sha256)
    return LossNoted(standing) if isinstance(standing, BlobStanding) else standing


def _path(sha256: str) -> str:
    return f"/v1/blobs/{sha256}"


def _standing(answer: SignedAnswer | Failure, sha256: str) -> BlobStanding | PhotoReply:
    """The server's word on exactly this picture, or the reply that stands for everything else."""
    if isinstance(answer, SignedAnswer):
        read = read_answer(BlobStanding, answer)
        if read is None or read.sha256 != sha256:
            return PhotoRefused(sha256, "answer_invalid")
        return read
    if isinstance(answer, Smaller):
        return PieceTooLarge(sha256)
    if isinstance(answer, Rejected):
        return PhotoRefused(sha256, answer.code)
    if isinstance(answer, ServerFault):
        return PhotoFault(sha256, answer.code)
    if isinstance(answer, NoNetwork) and answer.detail == "timeout":
        return PieceTimedOut(sha256)
    return answer
