"""What a reviewer's program is told of the records that wait."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sync.protocol.wire import AnswerModel, Count, Day, Instant, Rupiah, Uuid
from sync.rules.states import ReviewState


class QueueRecord(AnswerModel):
    """One record to decide; `flags` are reaction or verdict codes, `utc_offset` minutes east of UTC at capture.

    `claimed_by`: who has it open, `mine`: whether that is the person who asks. `corrected`: its newest content is a
    correction's. `proposed_by`: whose decision waits for a second person, `proposed_mine`: that of the person who asks.
    `escalated_by`: who has somebody else say whether it is of the same person as another record.
    """

    entry_id: Uuid
    action_id: Uuid
    kind: str
    worker_name: Annotated[str, Field(repr=False)]
    occupation: str
    rupiah: Rupiah
    state: ReviewState
    flags: tuple[str, ...]
    recorded_at: Instant
    utc_offset: int = 420
    receipt_number: str | None = None
    claimed_by: str | None = None
    mine: bool = False
    corrected: bool = False
    proposed_by: str | None = None
    proposed_mine: bool = False
    escalated_by: str | None = None
    escalated_mine: bool = False


class DayTill(AnswerModel):
    """What became of all genuine receipts that an agent issued on a local day, in rupiah less what was undone.

    `deposited`: a deposit carried their cash away; `matched`: the branch saw it, too.
    """

    issued: Rupiah
    deposited: Rupiah
    matched: Rupiah


class QueueGroup(AnswerModel):
    """The records of one agent on one local day; `rupiah` is the sum of their receipts."""

    agent_id: str
    agent_name: str
    on: Day
    count: Count
    rupiah: Rupiah
    till: DayTill | None = None
    records: tuple[QueueRecord, ...]


class ReviewQueue(AnswerModel):
    """`GET /v1/review/queue?state=&after=`: a page; `following` is the `after` of the next one, None behind the last."""

    groups: tuple[QueueGroup, ...]
    following: str | None = None
