"""What a reviewer's program and the server say of records that are approved together."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sync.protocol.wire import AnswerModel, Code, Count, Instant, Rupiah, StrictModel, Uuid


class BulkRequest(StrictModel):
    """`POST /v1/review/bulks`: the records that are to be approved together."""

    entries: Annotated[tuple[Uuid, ...], Field(min_length=1, max_length=500)]


class BulkRecord(AnswerModel):
    """A record in a bulk. `sampled`: it has to be opened first, and `seen` whether it was.

    `outcome`: `approved`, or the code with which it fell out.
    """

    entry_id: Uuid
    rupiah: Rupiah
    sampled: bool
    seen: bool
    outcome: Code | None = None


class BulkView(AnswerModel):
    """A bulk: its totals, what of its sample is left to be opened, and from when on it stands.

    `state`: drawn, scheduled, undone or applied.
    """

    bulk_id: Uuid
    by: str
    mine: bool
    at: Instant
    state: Code
    due_at: Instant | None = None
    count: Count
    rupiah: Rupiah
    unseen: Count
    records: tuple[BulkRecord, ...]


class BulkList(AnswerModel):
    """`GET /v1/review/bulks`: of the last day, newest first."""

    bulks: tuple[BulkView, ...]
