"""What is looked at before the day's work begins: each fact is fine, or something is to be done about it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from perisai_desktop.domain.branch_rules import BranchRules
from perisai_desktop.domain.branch_word import older
from perisai_desktop.domain.printing import Printer, PrinterState
from sync.rules.iuran_month import IuranMonth

DRIFT_MINUTES = 5
"""A clock that is further off than this is told to be wrong."""
LEAST_FREE = 1_000_000_000
"""Bytes that a disk should have free: for the store, the receipts and a copy before an update."""
PER_ENROLMENT = 250_000
"""Bytes to reckon with for one enrolment: entries and PDF (measured: 12 kB and 49 kB), and room for pictures."""
SYNC_DAYS = 2
"""Days without a sync after which somebody should look for a signal."""
BACKUP_DAYS = 7
"""Days after which a copy is too old."""
ZONES = (420, 480, 540)
"""WIB, WITA and WIT: minutes ahead of UTC."""


class Check(StrEnum):
    """What is looked at, in the order on the page."""

    STORE = "store"
    BACKUP = "backup"
    UNSENT = "unsent"
    SYNC = "sync"
    PRINTER = "printer"
    DISK = "disk"
    CLOCK = "clock"
    TARIFF = "tariff"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class StoreHealth:
    """The entries of the journal; `behind` where the store is older than it was."""

    entries: int
    behind: bool

    @property
    def fine(self) -> bool:
        return not self.behind


@dataclass(frozen=True, slots=True)
class BackupAge:
    """When the last verified copy was made, None for never, and whole days since. A store without entries needs none."""

    made_at: datetime | None
    days: int
    entries: int

    @property
    def fine(self) -> bool:
        return self.entries == 0 or (self.made_at is not None and self.days < BACKUP_DAYS)


@dataclass(frozen=True, slots=True)
class UnsentWork:
    """Actions that are only on this laptop, their rupiah, and whole days since the oldest."""

    count: int
    rupiah: int
    days: int

    @property
    def fine(self) -> bool:
        return self.count == 0 or self.days < 1


@dataclass(frozen=True, slots=True)
class LastSync:
    """The last run that got through, None for never, and whole days since."""

    at: datetime | None
    days: int

    @property
    def fine(self) -> bool:
        return self.at is not None and self.days < SYNC_DAYS


@dataclass(frozen=True, slots=True)
class PrinterStanding:
    """The printer that receipts go to, None where this laptop has none for their paper; `wanted` is the chosen one."""

    printer: Printer | None
    wanted: str

    @property
    def missing(self) -> bool:
        """Whether the chosen printer is not there, so that another one stands in."""
        return bool(self.wanted) and (self.printer is None or self.printer.name != self.wanted)

    @property
    def fine(self) -> bool:
        return self.printer is not None and self.printer.state is PrinterState.READY and not self.missing


@dataclass(frozen=True, slots=True)
class DiskRoom:
    """Bytes free where the store lies, None where the system does not tell."""

    free: int | None

    @property
    def fine(self) -> bool:
        return self.free is None or self.free >= LEAST_FREE

    @property
    def enrolments(self) -> int:
        """How many enrolments the room is enough for."""
        return (self.free or 0) // PER_ENROLMENT


@dataclass(frozen=True, slots=True)
class ClockStanding:
    """Minutes that the clock is ahead of the server's, by the last greeting and the last answer, None before the first; the
    zone's offset.

    `behind`: minutes that the newest entry of the journal is ahead of the clock, which was put back then.
    """

    ahead: int | None
    offset: int
    behind: int = 0

    @property
    def in_zone(self) -> bool:
        """Whether the zone is one of Indonesia's."""
        return self.offset in ZONES

    @property
    def right(self) -> bool:
        """Whether the clock agrees with the server's, as far as is known."""
        return abs(self.ahead or 0) <= DRIFT_MINUTES and self.behind <= DRIFT_MINUTES

    @property
    def fine(self) -> bool:
        return self.in_zone and self.right


@dataclass(frozen=True, slots=True)
class ReliefEnd:
    """A relief in force: the percent of the price that it takes away, its law and last iuran month.

    `transport` is True for the transport sector alone, False for all others, None for everybody.
    """

    percent: int
    law: str
    last: IuranMonth
    transport: bool | None


@dataclass(frozen=True, slots=True)
class TariffInForce:
    """The table for this iuran month (empty: none), its last month where one is set, the reliefs in force, and the
    version of the branch's settings that all of it is from."""

    version: str
    last: IuranMonth | None
    reliefs: tuple[ReliefEnd, ...]
    rules: BranchRules = field(default_factory=BranchRules)

    @property
    def fine(self) -> bool:
        return bool(self.version) and self.rules.fine


@dataclass(frozen=True, slots=True)
class ProgramAge:
    """This program's version, and the oldest that the server still wants, empty where it has said nothing.

    `on`: the local date from which an older one takes no more cash, None where none is set.
    """

    version: str
    minimum: str
    on: date | None = None

    @property
    def fine(self) -> bool:
        return not older(self.version, self.minimum)


Standing: TypeAlias = (
    StoreHealth
    | BackupAge
    | UnsentWork
    | LastSync
    | PrinterStanding
    | DiskRoom
    | ClockStanding
    | TariffInForce
    | ProgramAge
)
