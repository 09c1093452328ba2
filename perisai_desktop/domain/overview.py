"""What the first screen tells: today and this month, results against targets, what waits for whom, where the data is."""

from dataclasses import dataclass
from datetime import date, datetime

from perisai_desktop.domain.counters import CashInHand, Tally
from perisai_desktop.domain.task import Task
from sync.rules.branch_settings import MonthlyTarget
from sync.rules.iuran_month import IuranMonth


@dataclass(frozen=True, slots=True)
class TodayFigures:
    """One local date: enrolments made, people who paid, and rupiah collected less what was voided or given back."""

    on: date
    enrolled: int
    payers: int
    collected: int


@dataclass(frozen=True, slots=True)
class MonthResult:
    """A calendar month: new participants and rupiah collected, beside what the branch aims at (None: nothing)."""

    month: IuranMonth
    enrolled: int
    collected: int
    target: MonthlyTarget | None

    @property
    def wanted(self) -> int:
        """New participants that the branch aims at, 0 for no target."""
        return 0 if self.target is None else self.target.enrolled


@dataclass(frozen=True, slots=True)
class DataStand:
    """Where the records are: how many are on this laptop, when a copy was made, what waits, and the branch's last word.

    `photos` and `photo_bytes` have not arrived at the branch; instants are None before the first time.
    """

    entries: int
    copied_at: datetime | None
    unsent: Tally
    waiting: Tally
    photos: int
    photo_bytes: int
    confirmed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """`months` end with the one under way. `commission` is an estimate in rupiah of the month under way.

    `tasks` are the oldest of `to_fix`; `refunds` counts what the branch lets be given back, with its rupiah.
    """

    today: TodayFigures
    months: tuple[MonthResult, ...]
    days_left: int
    cash: CashInHand
    cash_days: int
    tasks: tuple[Task, ...]
    to_fix: int
    refunds: int
    refunds_rupiah: int
    data: DataStand

    @property
    def month(self) -> MonthResult:
        """The month under way."""
        return self.months[-1]
