"""A decision of the branch that workers pass to another agent, as the agent has to follow it."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class HandoverTask:
    """What is still to be followed. `giving`: this agent gives the workers; `other` is the other agent's name.

    `names` are those of the workers that are known here. `in_hand`: rupiah paid by them that this agent has not deposited.
    """

    decision_id: str
    giving: bool
    other: str = field(repr=False)
    other_number: str
    workers: int
    decided_at: datetime
    names: tuple[str, ...] = field(default=(), repr=False)
    in_hand: int = 0
