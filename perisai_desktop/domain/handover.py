"""A decision of the branch that workers pass to another agent, as the agent has to follow it."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class HandoverTask:
    """What is still to be followed. `giving`: this agent gives the workers; `other` is the other agent's name."""

    decision_id: str
    giving: bool
    other: str = field(repr=False)
    other_number: str
    workers: int
    decided_at: datetime
