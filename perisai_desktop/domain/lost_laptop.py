"""A laptop that is lost, as the branch sees it: how it stands, and of whom it held data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from perisai_desktop.domain.branch_agent import LaptopState

APPROVALS = 2
"""So many different people have a laptop wiped of which something is missing."""


@dataclass(frozen=True, slots=True)
class LaptopStanding:
    """`lost_at`: when the branch was told; `notice_due`: until when the people on it are told. `approved_by`: names of
    who approve that it be wiped whatever is missing."""

    device: str
    state: LaptopState
    lost_at: datetime | None = None
    notice_due: datetime | None = None
    wipe_asked_at: datetime | None = None
    approved_by: tuple[str, ...] = ()
    approved_by_me: bool = False

    @property
    def approvable(self) -> bool:
        """Whether the viewer's approval is wanted."""
        wanted = self.wipe_asked_at is not None and self.state is not LaptopState.WIPED
        return wanted and not self.approved_by_me and len(self.approved_by) < APPROVALS


@dataclass(frozen=True, slots=True)
class HeldChain:
    """How far a chain of a laptop arrived and how far the laptop told of it, by numbers of its entries."""

    epoch: int
    received: int
    received_at: datetime | None
    told: int
    missing: int


@dataclass(frozen=True, slots=True)
class HeldPerson:
    """Somebody whose data was on a laptop; the NIK is masked. `data`: codes of the kinds of data.

    `epoch`, `seq`, `received_at`: the newest record of this laptop that arrived, None where it had the card alone.
    """

    worker_id: str
    name: str = field(repr=False)
    nik: str = field(repr=False)
    phone: str = field(repr=False)
    data: tuple[str, ...]
    epoch: int | None = None
    seq: int | None = None
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HeldList:
    """Of whom a laptop held data, as far as it was read; `total` people in all, the next lie above `after`."""

    device: str
    agent_number: str
    agent_name: str
    seen_at: datetime
    lost_at: datetime | None
    notice_due: datetime | None
    chains: tuple[HeldChain, ...]
    people: tuple[HeldPerson, ...]
    total: int
    after: str | None = None

    @property
    def missing(self) -> int:
        """Records that are known to be on it and have not arrived."""
        return sum(chain.missing for chain in self.chains)


def hours_left(due: datetime, now: datetime) -> int:
    """Whole hours until an instant, negative once it is past: rounded towards the past, so that nobody is late."""
    return int((due - now).total_seconds() // 3600)
