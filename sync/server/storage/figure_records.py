"""Frozen records of counts that cross the storage wall: nothing in them names anybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Figures:
    """What a store holds, counted. `devices`: state and last hello of each. `unread`: since when the newest row of an
    agent's feed waits for one of the agent's devices that pull. `bytes`: the database's size, 0 where nobody knows."""

    entries: Mapping[str, int]
    batches: Mapping[str, int]
    reviews: Mapping[str, int]
    devices: tuple[tuple[str, datetime], ...]
    unread: tuple[datetime, ...]
    bytes: int
