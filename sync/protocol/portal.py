"""The agency's portal: what a branch takes there of approved work, and what it brings back (`/v1/review/portal/...`)."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from sync.protocol.wire import AnswerModel, Blank, Code, Count, Day, Month, Rupiah, StrictModel, Text, Uuid

MOST_LINES = 200
"""The most lines of one page of the export; a page of renewals ends with the contribution that reaches it."""
MOST_ANSWERS = 100
"""The most answers of one request."""

OutcomeKind: TypeAlias = Literal["registered", "refused", "proposed", "matched", "same", "fault"]


class PortalLine(AnswerModel):
    """An approved enrolment as it stands with its corrections, and what was paid with it.

    `occupation` is a name of the reference data, `place` the village in words, empty where the code is unknown.
    """

    entry_id: Uuid
    nik: Annotated[str, Field(repr=False)]
    name: Annotated[str, Field(repr=False)]
    birth_place: Annotated[str, Field(repr=False)]
    birth_date: Day | None = None
    sex: str
    street: Annotated[str, Field(repr=False)]
    rt: Annotated[str, Field(repr=False)]
    rw: Annotated[str, Field(repr=False)]
    village: str
    place: str
    phone: Annotated[str, Field(repr=False)]
    occupation: str
    income: str
    programmes: tuple[str, ...]
    months: tuple[Month, ...]
    rupiah: Rupiah
    receipt_number: str | None = None
    agent_number: str


class PortalPage(AnswerModel):
    """`GET /v1/review/portal/export?after=`: in the order of entry ids; `total`: how many wait in all. The next page is
    after `after`, the last one has none."""

    lines: tuple[PortalLine, ...]
    total: Count
    after: Uuid | None = None


class RenewalLine(AnswerModel):
    """What one contribution without an enrolment paid for one worker, as `PortalLine` tells it."""

    entry_id: Uuid
    nik: Annotated[str, Field(repr=False)]
    name: Annotated[str, Field(repr=False)]
    kpj: str | None = None
    programmes: tuple[str, ...]
    months: tuple[Month, ...]
    rupiah: Rupiah
    receipt_number: str | None = None
    agent_number: str


class RenewalPage(AnswerModel):
    """`GET /v1/review/portal/renewals?after=`: in the order of entry ids; the next page is after `after`, the last one
    has none."""

    lines: tuple[RenewalLine, ...]
    after: Uuid | None = None


class PortalAnswer(StrictModel):
    """What the agency says of one enrolment, named by `entry` or by `nik`: a participant number, or a refusal with a
    coded `reason` and the agency's own words. Or of a payment: its `billing_code` (kode iuran), and what was paid under
    it in rupiah, where the agency says so."""

    entry: Blank = ""
    nik: Annotated[Blank, Field(repr=False)] = ""
    kpj: Blank = ""
    reason: Code | None = None
    note: Text | None = None
    billing_code: Blank = ""
    amount: Rupiah | None = None


class PortalAnswers(StrictModel):
    """`POST /v1/review/portal/answers`. `dry`: say what would become of them, and change nothing."""

    answers: Annotated[tuple[PortalAnswer, ...], Field(min_length=1, max_length=MOST_ANSWERS)]
    dry: bool = False


class PortalOutcome(AnswerModel):
    """What became of one answer. `same`: it was taken before; `proposed`: a second person has to bring this
    refusal, too; `matched`: the money of a deposit was seen, `count` receipts of `rupiah`; `fault`: nothing was done,
    `code` says why."""

    outcome: OutcomeKind
    code: str | None = None
    entry_id: Uuid | None = None
    name: Annotated[str, Field(repr=False)] = ""
    count: Count = 0
    rupiah: Rupiah = 0


class PortalOutcomes(AnswerModel):
    """One outcome for each answer, in their order."""

    outcomes: tuple[PortalOutcome, ...]
