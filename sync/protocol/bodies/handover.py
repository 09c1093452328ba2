"""Workers pass from one agent to another."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sync.protocol.wire import StrictModel, Text, Uuid


class Handover(StrictModel):
    """The agent's side of a branch decision: each of the two agents writes one. Agents by number."""

    workers: Annotated[tuple[Uuid, ...], Field(min_length=1, max_length=20_000)]
    side: Literal["gives", "takes"]
    from_agent: Text
    to_agent: Text
    decision_id: Text
