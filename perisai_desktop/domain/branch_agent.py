"""What a branch sees of its agents: a scorecard, and the laptops of each."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class LaptopState(StrEnum):
    """What the branch has made of a laptop; `UNKNOWN` is a state that this program does not know."""

    ACTIVE = "active"
    PAUSED = "paused"
    REVOKED = "revoked_drain"
    WIPED = "wiped"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AgentLaptop:
    """A laptop of an agent; missing is what is known to exist and has not arrived. `lost_at`: when its loss was told."""

    device: str
    state: LaptopState
    enrolled_at: datetime
    seen_at: datetime
    revoked_at: datetime | None
    wipe_asked_at: datetime | None
    missing_entries: int
    missing_receipts: int
    lost_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BranchAgent:
    """An agent's scorecard (sync/README.md, "Agents and devices"); `cash` in rupiah.

    `cash_days` is None where no receipt's cash is in hand, `silent_days` where no laptop is the agent's.
    """

    agent_id: str
    number: str
    name: str
    office: str
    branch: str
    week_entries: int
    month_entries: int
    week_enrolments: int
    month_enrolments: int
    decided: int
    returned: int
    cash: int
    cash_days: int | None
    missing_entries: int
    missing_receipts: int
    silent_days: int | None
    laptops: tuple[AgentLaptop, ...]

    @property
    def return_rate(self) -> float | None:
        """Share of the decided records that were ever sent back, None where none was decided."""
        return self.returned / self.decided if self.decided else None


@dataclass(frozen=True, slots=True)
class AgentBook:
    """The agents of a branch by number; `on` is the day from which their days are counted back."""

    on: date
    agents: tuple[BranchAgent, ...]
