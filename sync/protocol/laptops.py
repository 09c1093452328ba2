"""What a branch's program and the server say to each other about laptops: new receipt numbers, and what has not arrived."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sync.protocol.wire import AnswerModel, Count, Device, Epoch, Instant, Sequence, StrictModel


class EpochCodeRequest(StrictModel):
    """`POST /v1/admin/epoch-codes`: what the agent reads out. `laptop`: the device code with the epoch it leaves."""

    laptop: Annotated[str, Field(min_length=1, max_length=20)]
    challenge: Annotated[str, Field(min_length=1, max_length=20)]


class EpochCodeAnswer(AnswerModel):
    """The code to read out. `epoch`: the second group of the laptop's receipt numbers from then on."""

    device: Device
    agent_name: str
    epoch: Epoch
    code: Annotated[str, Field(repr=False)]


class LaptopGap(AnswerModel):
    """Entries that a laptop wrote and that have not arrived, both ends included.

    `since`: when it was first seen that they exist. `left`: no store writes in this epoch any more, so only an old
    copy or paper may be left of them.
    """

    agent_name: str
    agent_number: str
    device: Device
    epoch: Epoch
    first_seq: Sequence
    last_seq: Sequence
    since: Instant
    seen_at: Instant
    left: bool

    @property
    def count(self) -> int:
        """How many entries are missing."""
        return self.last_seq - self.first_seq + 1


class GapList(AnswerModel):
    """`GET /v1/review/gaps`: of one's own branch, by agent."""

    gaps: tuple[LaptopGap, ...]
    entries: Count
