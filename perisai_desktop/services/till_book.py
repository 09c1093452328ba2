"""Tells what cash in hand is made of: the book of the till, and the entries behind each of its sums."""

from dataclasses import dataclass
from datetime import date, timedelta

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.till_book import CashBook, CashMovement, CashSort, cash_days, cash_lines, signed
from perisai_desktop.services import greetings
from perisai_desktop.services.closing_day import ClosingDay
from perisai_desktop.services.refunding import Refunding
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.projections import cash, movements, tills
from sync.rules.branch_settings import BranchSettings
from sync.rules.cash import CashAlert, cash_alert, cash_in_hand


@dataclass(frozen=True, slots=True)
class TillBook:
    """What the cash screen asks for."""

    database: Database
    settings: BranchSettings
    clock: Clock
    closing: ClosingDay
    refunding: Refunding

    def look(self) -> CashBook:
        """The book as it stands."""
        closing, refunds = self.closing.outlook(), len(self.refunding.due())
        with self.database.reading() as session:
            today = greetings.day_reached(session, self.clock)
            oldest_at = tills.oldest_undeposited_at(session)
            shift = timedelta(minutes=self.clock.offset())
            oldest_on = None if oldest_at is None else (oldest_at + shift).date()
            alert = cash_alert(oldest_on, today, self.settings)
            sums = ((CashSort(sort), count, rupiah) for sort, count, rupiah in movements.by_sort(session))
            moved = ((on, CashSort(sort), rupiah) for on, sort, rupiah in movements.by_day(session))
            return CashBook(
                rupiah=cash_in_hand(cash.facts(session)),
                lines=cash_lines(sums),
                days=cash_days(moved, movements.closed_days(session)),
                oldest_on=oldest_on,
                oldest_days=0 if oldest_on is None else (today - oldest_on).days,
                late=alert is not CashAlert.CALM,
                red=alert is CashAlert.RED,
                voids_awaiting=cash.voids_awaiting(session),
                undeposited=tills.undeposited_count(session),
                refunds_due=refunds,
                closing=closing,
            )

    def movements(
        self,
        sort: CashSort | None = None,
        on: date | None = None,
        limit: int | None = None,
        behind: CashMovement | None = None,
    ) -> tuple[CashMovement, ...]:
        """The entries behind a sum, the newest first, `limit` at most: of a sort, of a local date, or all.

        `behind`: the one after which to go on.
        """
        with self.database.reading() as session:
            found = movements.movements(
                session,
                sort=None if sort is None else sort.value,
                on=on,
                limit=limit,
                behind=None if behind is None else (behind.on, behind.entry_id),
            )
            return tuple(_movement(record) for record in found)


def _movement(record: movements.MovementRecord) -> CashMovement:
    sort = CashSort(record.sort)
    return CashMovement(record.entry_id, sort, signed(sort, record.amount), record.on, record.receipt or "")
