"""A forgotten password, as the agent and the branch see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ReopenQuestion:
    """An open request of a locked laptop; `code` is read out to the branch, in groups of four."""

    device: str
    code: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class AskedReopening:
    """A request that was brought to the branch; the names of its file and of the answer's."""

    device: str
    made_at: datetime
    name: str
    answer_name: str
    raw: bytes
