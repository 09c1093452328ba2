"""Frozen records of what is told of chains, that cross the storage wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class HeardMark:
    """How far a chain reaches that a store told of and the server does not know, 0 where nothing stands in it, and when it
    was first told so far."""

    device: str
    epoch: int
    seq: int
    heard_at: datetime
