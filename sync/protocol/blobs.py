"""How a picture travels beside its entry: in pieces, at the offset that the server names (protocol.md, "Exchange")."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from sync.protocol.wire import AnswerModel, Count, Hash, StrictModel

SMALLEST_PIECE = 16 * 1024
LARGEST_PIECE = 1024 * 1024
"""Bytes of one piece; the last one of a picture may be smaller."""
LARGEST_BLOB = 16 * 1024 * 1024
"""Bytes of the largest picture that travels."""
HEADER_ANSWER = "Perisai-Answer"
"""What the body of an answer to HEAD would be: such an answer has none, and is signed all the same."""

LostCode: TypeAlias = Literal["missing", "damaged"]
"""Why a picture will not come: its file is gone, or is not what was written."""


class BlobStanding(AnswerModel):
    """`HEAD` and `PATCH /v1/blobs/{sha256}`: how much of a picture the server holds durably, in bytes.

    `complete`: all of it is there, and length and SHA-256 are those that its entry names.
    """

    sha256: Hash
    length: Annotated[int, Field(ge=1)]
    offset: Count
    complete: bool


class BlobLost(StrictModel):
    """`POST /v1/blobs/{sha256}/lost`: this store has not got the picture that its entry names."""

    code: LostCode
