"""What the strip at the bottom of every screen counts."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from perisai_desktop.domain.failure import Failure


@dataclass(frozen=True, slots=True)
class Tally:
    """A number of actions, the rupiah of their receipts and the instant of the oldest."""

    count: int
    rupiah: int
    oldest_at: datetime | None


@dataclass(frozen=True, slots=True)
class CashInHand:
    """Cash that must be there, the instant of its oldest rupiah, and voids that await a decision."""

    rupiah: int
    oldest_at: datetime | None
    voids_awaiting: int  # rupiah
    alert: bool  # older than the branch allows
    red: bool


@dataclass(frozen=True, slots=True)
class Books:
    """What the journal itself says of money: receipts, their rupiah, and the rupiah of all contributions."""

    receipts: int
    receipts_rupiah: int
    contribution_rupiah: int


class LinkState(StrEnum):
    """What is known of the way to the server."""

    NEVER = "never"
    ONLINE = "online"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Connection:
    """The way to the server since an instant; `drift` is the device's clock against the server's, seconds.

    With `never`, nothing was tried since the program began: `since` is then the last answer of earlier days.
    """

    state: LinkState
    since: datetime | None
    drift: int


class PauseSpan(StrEnum):
    """For how long the agent wants nothing to be sent by itself."""

    HOUR = "hour"
    TOMORROW = "tomorrow"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing is sent by itself until an instant; None: until the agent has it go on."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class StatusStrip:
    """The three counters, the cash, the connection, and a pause that is in force.

    `clock_behind`: minutes that the clock lies behind the newest entry; `renew_by`: from this local date on the program
    is too old to take cash, None where it is not. `apart`: the branch's word on a laptop that does not work as ever.
    """

    unsent: Tally
    waiting: Tally
    to_fix: Tally
    cash: CashInHand
    connection: Connection
    pause: Pause | None = None
    clock_behind: int = 0
    renew_by: date | None = None
    apart: Failure | None = None
