"""The rows of the feed and what each kind of row carries."""

from __future__ import annotations

from typing import Any, TypeAlias

from sync.protocol.canonical import canonical_bytes
from sync.protocol.messages import EntryVerdict
from sync.protocol.wire import AnswerModel, Count, Day, Hash, Instant, Month, Uuid, Version
from sync.rules.states import ReviewState

MOST_ROWS = 500
"""The most rows of one page of changes."""


class FeedRow(AnswerModel):
    """One row of an agent's feed. A kind that this program does not know is kept and not acted on."""

    position: Count
    kind: str
    at: Instant
    payload: dict[str, Any]


class ChangesPage(AnswerModel):
    """`GET /v1/changes?cursor=`: rows after the cursor in order; `cursor` is the last row's position."""

    rows: tuple[FeedRow, ...]
    cursor: Count
    more: bool


class FieldComment(AnswerModel):
    """What a reviewer says of one field; `field` is a field of the enrolment form."""

    field: str
    text: str


class DecisionPayload(AnswerModel):
    """A reviewer's decision, bound to the content's hash. `reason` is a code, `note` words of the reviewer."""

    entry_id: Uuid
    hash: Hash
    state: ReviewState
    reason: str | None = None
    note: str | None = None
    comments: tuple[FieldComment, ...] = ()
    decided_at: Instant
    reviewer: str
    decision_id: str | None = None
    kpj: str | None = None


class RecordPayload(AnswerModel):
    """An own entry that comes back after a restore: exact text, personal part unless purged, standing verdict."""

    raw: str
    personal: str | None = None
    hash: Hash
    verdict: EntryVerdict


class WorkerPayload(AnswerModel):
    """A worker's card: it stays while the agent serves the worker."""

    worker_id: Uuid
    nik: str
    name: str
    birth_date: Day | None = None
    phone: str | None = None
    village: str | None = None
    kpj: str | None = None
    paid_until: Month | None = None


class HandoverPayload(AnswerModel):
    """The branch decided that workers pass from one agent to another, both by number and name; told to both."""

    decision_id: Uuid
    from_agent: str
    from_name: str
    to_agent: str
    to_name: str
    workers: tuple[Uuid, ...]
    decided_at: Instant


class MatchPayload(AnswerModel):
    """The branch saw the money of a deposit, by entry id and hash: the cash of these receipts is `matched`."""

    entry_id: Uuid
    hash: Hash
    receipts: tuple[Uuid, ...]
    matched_at: Instant


class AttributionPayload(AnswerModel):
    """A reviewer's word that what a payment (entry and content hash) names `payer` for was paid for `worker_id`."""

    entry_id: Uuid
    hash: Hash
    payer: Uuid
    worker_id: Uuid
    decided_at: Instant
    reviewer: str


class ReferenceFile(AnswerModel):
    """One file of the reference data: SHA-256 and length in bytes."""

    name: str
    sha256: Hash
    length: Count


class ReferencePayload(AnswerModel):
    """A version of the reference data has been published."""

    version: Version
    files: tuple[ReferenceFile, ...]


Payload: TypeAlias = (
    EntryVerdict
    | DecisionPayload
    | RecordPayload
    | MatchPayload
    | AttributionPayload
    | HandoverPayload
    | WorkerPayload
    | ReferencePayload
)
PAYLOADS: dict[str, type[Payload]] = {
    "verdict": EntryVerdict,
    "decision": DecisionPayload,
    "record": RecordPayload,
    "match": MatchPayload,
    "attribution": AttributionPayload,
    "handover": HandoverPayload,
    "worker": WorkerPayload,
    "reference": ReferencePayload,
}


class FeedFault(ValueError):
    """A row of a known kind whose payload cannot be read; carries its position."""

    def __init__(self, position: int) -> None:
        super().__init__("feed_row_invalid", position)
        self.position = position


def read_payload(row: FeedRow) -> tuple[bytes, Payload | None]:
    """The canonical bytes of a row's payload, and what they say: None for a kind that is not known here.

    Raises `FeedFault`.
    """
    model = PAYLOADS.get(row.kind)
    try:
        raw = canonical_bytes(row.payload)
        return raw, None if model is None else model.model_validate_json(raw)
    except ValueError:
        raise FeedFault(row.position) from None
