"""What a reviewer's program and the server say to each other (`/v1/review/...`, bearer session token)."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from sync.protocol.attribution import StrangePayer
from sync.protocol.bodies.parts import ProgrammeText
from sync.protocol.feed import DecisionPayload, FieldComment
from sync.protocol.review_queue import DayTill, QueueGroup, QueueRecord, ReviewQueue
from sync.protocol.wire import (
    AnswerModel,
    Code,
    Count,
    Hash,
    Instant,
    Month,
    Prose,
    Rupiah,
    SignedRupiah,
    StrictModel,
    Uuid,
)
from sync.rules.states import ReviewState

__all__ = [
    "CommentRequest",
    "DayTill",
    "DecisionMove",
    "DecisionPayload",
    "DecisionRequest",
    "FieldComment",
    "FormView",
    "MatchRequest",
    "NoteRequest",
    "OpenDepositLine",
    "OpenDeposits",
    "OtherContent",
    "PhotoView",
    "ProposalView",
    "QueueGroup",
    "QueueRecord",
    "Reason",
    "ReasonList",
    "ReviewFinding",
    "ReviewLine",
    "ReviewQueue",
    "ReviewRecord",
    "ReviewStep",
    "RivalReceipt",
    "Withdrawn",
]

DecisionMove: TypeAlias = Literal["approve", "return", "refuse", "duplicate", "not_duplicate"]


class ReviewFinding(AnswerModel):
    """A warning with the agent's reason, or a note of the rules; `field` is one of the form."""

    code: str
    field: str
    reason: str | None = None


class ReviewLine(AnswerModel):
    """One line of the contribution as paid, in rupiah."""

    month: Month
    programme: ProgrammeText
    amount: Rupiah
    bracket: int
    relief: str | None = None


class ReviewStep(AnswerModel):
    """One move in a record's history."""

    at: Instant
    actor: str
    move: str
    state: ReviewState
    reason: str | None = None
    note: str | None = None
    comments: tuple[FieldComment, ...] = ()


class FormView(AnswerModel):
    """The enrolment form as it stands with all corrections: field -> text, beside what is not text.

    `previous`: the texts of the fields that corrections changed, as they stood at first.
    """

    fields: Annotated[dict[str, str], Field(repr=False)]
    previous: Annotated[dict[str, str], Field(repr=False)] = {}
    consents: tuple[str, ...]
    declaration: bool


class PhotoView(AnswerModel):
    """A picture that a record names; its bytes are at `.../photos/{sha256}` once it has arrived.

    `shows`: what the agent said it shows, empty after a purge. `lost`: why it will not come, where the laptop said so.
    `previous`: a correction brought another picture in its place.
    """

    sha256: Hash
    length: Count
    shows: str
    arrived: bool
    lost: str | None = None
    previous: bool = False


class RivalReceipt(AnswerModel):
    """Another receipt under the same number: written by a copy of the laptop."""

    number: str
    worker_name: Annotated[str, Field(repr=False)]
    rupiah: Rupiah
    recorded_at: Instant
    state: ReviewState


class OtherContent(AnswerModel):
    """What holds the entry id under which a record came too. `fields` are its texts, as in `FormView`."""

    kind: str
    agent_name: str
    device: str
    fields: Annotated[dict[str, str], Field(repr=False)]
    lines: tuple[ReviewLine, ...]
    receipt_number: str | None = None
    recorded_at: Instant
    utc_offset: int
    state: ReviewState


class ReviewRecord(AnswerModel):
    """`GET /v1/review/records/{entry_id}`. A decision names `hash`: that of the newest content.

    `entry_id`: the name of the record; a content whose entry id another one holds has a name of its own.
    `claimed_by`: who has it open, `mine`: whether that is the person who asks.
    """

    entry_id: Uuid
    action_id: Uuid
    worker_id: Uuid | None = None
    hash: Hash
    kind: str
    state: ReviewState
    agent_id: str
    agent_name: str
    device: str
    recorded_at: Instant
    utc_offset: int
    form: FormView
    place: str | None = None
    flags: tuple[str, ...]
    findings: tuple[ReviewFinding, ...]
    lines: tuple[ReviewLine, ...]
    receipt_number: str | None = None
    rupiah: Rupiah
    rivals: tuple[RivalReceipt, ...] = ()
    other: OtherContent | None = None
    strangers: tuple[StrangePayer, ...] = ()
    claimed_by: str | None = None
    mine: bool = False
    history: tuple[ReviewStep, ...]
    photos: tuple[PhotoView, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    proposal: ProposalView | None = None


class ProposalView(AnswerModel):
    """What one person decided and a second one has to agree to; `mine`: who asks is the first one."""

    move: DecisionMove
    by: str
    mine: bool
    at: Instant
    reason: str | None = None
    note: str | None = None


class Withdrawn(AnswerModel):
    """Purposes that a worker agrees to no longer, since an instant.

    `erases`: nobody is enrolled without one of them, so that approving the withdrawal erases the worker's data.
    """

    purposes: tuple[Code, ...]
    at: Instant
    erases: bool = False


class CommentRequest(StrictModel):
    """A comment on one field of the form."""

    field: Annotated[str, Field(pattern=r"^[a-z_]{1,64}$")]
    text: Prose


class NoteRequest(StrictModel):
    """Why a record is taken over from whoever has it open, or a proposal is taken away."""

    note: Prose


class DecisionRequest(StrictModel):
    """`POST /v1/review/records/{entry_id}/decision`. `reason` is a code of the reference data."""

    move: DecisionMove
    hash: Hash
    reason: Code | None = None
    note: Prose | None = None
    comments: Annotated[tuple[CommentRequest, ...], Field(max_length=64)] = ()


class Reason(AnswerModel):
    """A coded reason in both languages; `kind`: what it may be a reason for."""

    code: str
    kind: str
    label_id: str
    label_en: str


class ReasonList(AnswerModel):
    """`GET /v1/review/reasons`."""

    reasons: tuple[Reason, ...]


class OpenDepositLine(AnswerModel):
    """A deposit whose money the branch has not seen; rupiah. `agreed`: nobody has to look at the deposit first."""

    entry_id: Uuid
    hash: Hash
    agent_number: str
    agent_name: str
    deposited_at: Instant
    channel: Code
    billing_code: str
    amount: Rupiah
    difference: SignedRupiah
    reason: Code | None = None
    receipts: tuple[str, ...]
    agreed: bool


class OpenDeposits(AnswerModel):
    """`GET /v1/review/deposits`: by agent, in the order of their writing; `following` begins the next page."""

    deposits: tuple[OpenDepositLine, ...]
    following: str | None = None


class MatchRequest(StrictModel):
    """`POST /v1/review/deposits/{entry_id}/match`: the content and the difference that the person looked at."""

    hash: Hash
    difference: SignedRupiah
