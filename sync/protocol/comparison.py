"""What a reviewer's program and the server say of two records that may be of one person."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sync.protocol.review import ReviewRecord
from sync.protocol.wire import AnswerModel, Code, Day, Hash, Instant, Month, Prose, Rupiah, StrictModel, Uuid
from sync.rules.pairs import Saying


class SayingView(AnswerModel):
    """What somebody said of a pair; `mine`: who asks said it, `current`: both contents are those that were looked at."""

    saying: Saying
    by: str
    mine: bool
    at: Instant
    reason: Code
    note: Annotated[str | None, Field(repr=False)] = None
    current: bool = True


class Match(AnswerModel):
    """A record with which another one collides. `found`: what found it, codes of checks and flags.

    `branch`: whose record it is, where who asks may not read it. `saying`: what stands of the pair.
    """

    entry_id: Uuid
    found: tuple[Code, ...]
    branch: str | None = None
    saying: SayingView | None = None


class LedgerReceipt(AnswerModel):
    """What one receipt took for a worker, in rupiah. `months` are paid with it; `deposit` and `state` are the receipt's,
    `bucket` is where the money stands."""

    number: str | None = None
    issued_on: Day
    rupiah: Rupiah
    months: tuple[Month, ...]
    bucket: Code
    deposit: Code | None = None
    state: Code | None = None


class ComparedRecord(AnswerModel):
    """One side: the record, what was paid for its worker (newest first), and until when without a hole."""

    record: ReviewRecord
    ledger: tuple[LedgerReceipt, ...]
    paid_until: Month | None = None


class Comparison(AnswerModel):
    """`GET /v1/review/records/{entry_id}/comparison?other=`: a record beside one with which it collides.

    `other` is the one that was asked for, or else the first that can be read; `alike` are codes of what both have in
    common, `may`: what the person who asks may say of them.
    """

    mine: ComparedRecord
    other: ComparedRecord | None = None
    matches: tuple[Match, ...]
    alike: tuple[Code, ...] = ()
    may: tuple[Saying, ...] = ()


class SayingRequest(StrictModel):
    """`POST /v1/review/records/{entry_id}/comparison`: what a person says of the two contents that were looked at."""

    other: Uuid
    saying: Annotated[Saying, Field(strict=False)]
    hash: Hash
    other_hash: Hash
    reason: Code
    note: Annotated[Prose | None, Field(repr=False)] = None
