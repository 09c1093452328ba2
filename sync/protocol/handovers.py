"""Workers who pass from one agent to another, as the branch decides it (`/v1/admin/handovers`)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sync.protocol.wire import AnswerModel, Count, Instant, StrictModel, Text, Uuid


class HandoverRequest(StrictModel):
    """Workers pass from one agent to another, both by number; without `workers` all whom the first one serves."""

    from_agent: Text
    to_agent: Text
    workers: Annotated[tuple[Uuid, ...], Field(min_length=1, max_length=1_500)] | None = None


class HandoverLine(AnswerModel):
    """A decision, and when either agent's laptop followed it."""

    decision_id: str
    from_agent: Annotated[str, Field(description="The number of the agent who gives.")]
    to_agent: Annotated[str, Field(description="The number of the agent who takes.")]
    workers: Count
    decided_at: Instant
    given_at: Instant | None = None
    taken_at: Instant | None = None


class HandoverList(AnswerModel):
    """The hand-overs of a branch, oldest first."""

    handovers: tuple[HandoverLine, ...]
