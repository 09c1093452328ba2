"""Tells what the first screen shows: today, the month against its target, cash, tasks, where the data is; and estimates."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.collection import Radar
from perisai_desktop.domain.overview import DataStand, MonthResult, Overview, TodayFigures
from perisai_desktop.services import backing_up
from perisai_desktop.services.correcting import Correcting
from perisai_desktop.services.counting import Counting
from perisai_desktop.services.due_rounds import DueRounds
from perisai_desktop.services.refunding import Refunding
from perisai_desktop.storage import acknowledgements, journal, photos
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.photos import PhotoState
from perisai_desktop.storage.projections import enrolments, takings
from sync.rules.branch_settings import BranchSettings
from sync.rules.commission import acquisition_fee, payment_fee
from sync.rules.iuran_month import IuranMonth, months_from

MONTHS_SHOWN = 6
"""Calendar months whose results are told, the one under way included."""
TASKS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Overviews:
    """What the first screen asks for."""

    database: Database
    settings: BranchSettings
    clock: Clock
    counting: Counting
    correcting: Correcting
    refunding: Refunding
    rounds: DueRounds

    def look(self) -> Overview:
        """Everything that is told at once. Raises Failure."""
        today, strip = self.clock.today(), self.counting.strip()
        tasks, refunds = self.correcting.tasks(TASKS_SHOWN), self.refunding.due()
        with self.database.reading() as session:
            figures = _today(session, today)
            months = self._months(session, today)
            pictures = photos.sums(session).get(PhotoState.WAITING, (0, 0, 0))
            copy, proof = backing_up.newest(session), acknowledgements.newest(session)
            data = DataStand(
                entries=journal.length(session),
                copied_at=None if copy is None else copy.made_at,
                unsent=strip.unsent,
                waiting=strip.waiting,
                photos=pictures[0],
                photo_bytes=pictures[1] - pictures[2],
                confirmed_at=None if proof is None else proof.received_at,
            )
        oldest, shift = strip.cash.oldest_at, timedelta(minutes=self.clock.offset())
        return Overview(
            today=figures,
            months=months,
            days_left=month_end(today).day - today.day,
            cash=strip.cash,
            cash_days=0 if oldest is None else (today - (oldest + shift).date()).days,
            tasks=tasks,
            to_fix=strip.to_fix.count,
            refunds=len(refunds),
            refunds_rupiah=sum(due.rupiah for due in refunds),
            data=data,
        )

    def radar(self) -> Radar:
        """Who lapses next. Raises Failure."""
        return self.rounds.radar()

    def commission(self) -> int:
        """An estimate of the commission of the month under way, in rupiah (Perdir 13/2022). Raises Failure."""
        today = self.clock.today()
        with self.database.reading() as session:
            return commission_estimate(session, today.replace(day=1), month_end(today), self.settings)

    def _months(self, session: Session, today: date) -> tuple[MonthResult, ...]:
        months = months_from(IuranMonth.of(today).plus(1 - MONTHS_SHOWN), MONTHS_SHOWN)
        first = date(months[0].year, months[0].month, 1)
        enrolled = enrolments.by_month(session, first, month_end(today))
        collected = takings.by_month(session, first, month_end(today))
        return tuple(
            MonthResult(
                month,
                enrolled[str(month)].new if str(month) in enrolled else 0,
                collected.get(str(month), 0),
                self.settings.target_for(month),
            )
            for month in months
        )


def commission_estimate(session: Session, first: date, last: date, settings: BranchSettings) -> int:
    """The estimate for a calendar month that begins on `first` and ends on `last`, in rupiah."""
    rates = settings.commission
    new = enrolments.in_span(session, first, last)
    fee: int = acquisition_fee(new.two_programmes, new.three_programmes, rates)
    early, late = rates.early_until_month, rates.late_until_month
    for soon, later, count in takings.payments(session, first, last, early, late):
        fee += count * payment_fee(((early, soon), (late, later)), rates)
    return fee


def month_end(day: date) -> date:
    """The last day of the calendar month that a day lies in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _today(session: Session, today: date) -> TodayFigures:
    new = enrolments.in_span(session, today, today)
    return TodayFigures(
        on=today,
        enrolled=new.new + new.again,
        payers=takings.payers(session, today, today),
        collected=takings.collected(session, today, today),
    )
