"""What a branch sees of its agents' laptops."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LaptopGap:
    """Entries that a laptop wrote and that have not arrived, both ends included.

    `left`: no store writes in this epoch any more, so only an old copy or paper may be left of them.
    """

    agent_name: str
    agent_number: str
    device: str
    epoch: int
    first_seq: int
    last_seq: int
    since: datetime
    seen_at: datetime
    left: bool

    @property
    def count(self) -> int:
        """How many entries are missing."""
        return self.last_seq - self.first_seq + 1


@dataclass(frozen=True, slots=True)
class EpochCode:
    """The code that lets a laptop number its receipts anew, and the epoch that it begins."""

    device: str
    agent_name: str
    epoch: int
    code: str = field(repr=False)
