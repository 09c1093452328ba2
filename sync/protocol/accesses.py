"""What the server tells of who did and saw what: rows of its audit trail, without a worker's name."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sync.protocol.wire import AnswerModel, Code, Count, Day, Instant, Uuid


class AccessLine(AnswerModel):
    """One act. `name` and `role` are its account's, both empty for the server itself and its terminal.

    `whom`: the name of the account or agent that somebody else did it to. `record`: the record that it was about. `way`:
    by which request a record was shown. `count`: how many it was about.
    """

    number: Count
    at: Instant
    actor: Annotated[str, Field(description="Account id, agent id, `rules` or `terminal`.")]
    name: str
    role: str
    act: Code
    subject: str
    whom: str = ""
    record: Uuid | None = None
    way: Code | None = None
    count: Count | None = None


class AccessPage(AnswerModel):
    """`GET /v1/review/accesses`: newest first. `before`: the number that the next page is asked for with."""

    accesses: tuple[AccessLine, ...]
    before: Count | None = None


class TrailFault(AnswerModel):
    """What does not hold, at a row of the trail or on a signed day."""

    code: Code
    number: Count | None = None
    day: Day | None = None


class TrailProof(AnswerModel):
    """`GET /v1/admin/audit/proof`. `faults`: the first of `fault_count`."""

    rows: Count
    anchors: Annotated[Count, Field(description="Days whose last row the server signed.")]
    anchored_on: Annotated[Day | None, Field(description="The newest of them.")] = None
    fault_count: Count
    faults: tuple[TrailFault, ...]
