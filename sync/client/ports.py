"""The wire as the sync sees it: the real transport and the fake of the tests keep the same contract."""

from __future__ import annotations

from typing import Protocol

from sync.client.photo_replies import PhotoReply
from sync.client.replies import BatchReply, ChangesReply, HelloReply, VerifyReply
from sync.protocol.batch import PackedBatch
from sync.protocol.blobs import LostCode
from sync.protocol.messages import Hello
from sync.protocol.verification import VerifyRequest


class Wire(Protocol):
    """The requests of a run, each answered by a reply and never by an exception.

    Anything before hello is `NonceLapsed`; every reply to a batch but an answer names the batch.
    """

    def hello(self, hello: Hello) -> HelloReply:
        """`POST /v1/hello`."""
        ...

    def put_batch(self, batch: PackedBatch, time_out: float) -> BatchReply:
        """`PUT /v1/batches/{id}`, waiting at most `time_out` seconds for its answer."""
        ...

    def changes(self, cursor: int) -> ChangesReply:
        """`GET /v1/changes?cursor=`."""
        ...

    def verify(self, request: VerifyRequest) -> VerifyReply:
        """`POST /v1/verify`."""
        ...

    def ask_blob(self, sha256: str) -> PhotoReply:
        """`HEAD /v1/blobs/{sha256}`: how much of a picture is there."""
        ...

    def send_piece(self, sha256: str, offset: int, piece: bytes, time_out: float) -> PhotoReply:
        """`PATCH /v1/blobs/{sha256}?offset=`, waiting at most `time_out` seconds for its answer."""
        ...

    def report_lost(self, sha256: str, code: LostCode) -> PhotoReply:
        """`POST /v1/blobs/{sha256}/lost`."""
        ...
