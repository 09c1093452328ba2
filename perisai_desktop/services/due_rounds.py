"""Lists who owes what, village by village, with what was paid today against it: the collection round."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.collection import (
    DueFilter,
    DuePage,
    DueRow,
    DueSum,
    DueTotals,
    Radar,
    RadarLine,
)
from perisai_desktop.services.debts import months_owed, rupiah_owed
from perisai_desktop.services.receipt_paper import place_on_paper
from perisai_desktop.services.renewal_prices import RenewalPrices
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import lives, rounds
from perisai_desktop.storage.projections.lives import LifeChange
from perisai_desktop.storage.projections.rounds import DueRecord, Told
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import ARREARS_LIMIT, first_not_overdue, membership_ended

SOON_DAYS = 31
"""A month that falls due within so many days belongs to the round: the calendar month has begun, or nearly."""

_Debt: TypeAlias = tuple[str, int, int, int | None]
"""Village, people who are alike, their overdue months, and what each owes in rupiah: None where that is not known here
or the membership has ended."""


@dataclass(frozen=True, slots=True)
class DueRounds:
    """What the list of the round asks for."""

    database: Database
    gazetteer: Places
    clock: Clock
    prices: RenewalPrices

    def page(
        self,
        text: str = "",
        part: DueFilter = DueFilter.DUE,
        limit: int = 100,
        after: str | None = None,
    ) -> DuePage:
        """A page of people by village, day and name; who paid today stays listed in every part."""
        today = self.clock.today()
        with self.database.reading() as session:
            found = rounds.find(
                session,
                text,
                until_day=_last_day(part, today),
                paid_on=today,
                limit=limit,
                after=after,
            )
            said = lives.changes_of(session, [row.worker_id for row in found.rows])
            paid = rounds.paid_on(session, today)
        rows = (
            self._row(row, said.get(row.worker_id, ()), paid.get(row.worker_id, ("", 0))[1], today)
            for row in found.rows
        )
        return DuePage(tuple(rows), found.following)

    def row(self, worker_id: str) -> DueRow | None:
        """One person of the round as it stands; None where nothing will fall due."""
        today = self.clock.today()
        with self.database.reading() as session:
            found = rounds.one(session, worker_id)
            said = lives.changes_of(session, (worker_id,))
            paid = rounds.paid_on(session, today)
        if found is None:
            return None
        return self._row(found, said.get(worker_id, ()), paid.get(worker_id, ("", 0))[1], today)

    def totals(self) -> DueTotals:
        """Expected against paid for every village, and how many people each part of the list holds.

        Who paid today and owes nothing overdue is done for the day.
        """
        today = self.clock.today()
        with self.database.reading() as session:
            paid = rounds.paid_on(session, today)
            debts = self._debts(session, paid, today)
            counts = {part: rounds.count(session, _last_day(part, today)) for part in DueFilter}
        people: Counter[str] = Counter()
        rupiah: Counter[str] = Counter()
        for village, count, _overdue_months, price in debts:
            if price is not None:
                people[village] += count
                rupiah[village] += count * price
        villages = {village: DueSum(people[village], rupiah[village]) for village in people}
        for village, taken in paid.values():
            villages[village] = villages.get(village, DueSum()) + DueSum(payers=1, paid=taken)
        return DueTotals(villages, counts)

    def radar(self) -> Radar:
        """Who lapses next: everybody of the round by overdue months. Who paid today and owes nothing overdue is left out."""
        today = self.clock.today()
        with self.database.reading() as session:
            debts = self._debts(session, rounds.paid_on(session, today), today)
        people: Counter[int] = Counter()
        owed: Counter[int] = Counter()
        for _village, count, overdue_months, price in debts:
            people[overdue_months] += count
            owed[overdue_months] += count * (price or 0)
        lines = tuple(RadarLine(each, people[each], owed[each]) for each in range(ARREARS_LIMIT + 1))
        return Radar(lines, people[ARREARS_LIMIT + 1], first_not_overdue(today).due_on)

    def _debts(self, session: Session, paid: Collection[str], today: date) -> list[_Debt]:
        """What everybody with a month falling due soon owes; `paid` are those who paid today."""
        said = lives.changes_of(session)
        last = today + timedelta(days=SOON_DAYS)
        owing = rounds.owing(session, last, self.prices.new_until, {*said, *paid})
        overdue_before = str(first_not_overdue(today))
        debts: list[_Debt] = []
        for worker_id, village, month, begun, *facts, people in owing:
            if worker_id not in paid or month < overdue_before:
                income, offer, occupation, payer = facts
                told: Told = (income, offer, occupation, payer)
                owed = self._debt(told, said.get(worker_id, ()), begun, month, today)
                debts.append((village, people, *owed))
        return debts

    def _debt(
        self, told: Told, said: Sequence[LifeChange], begun: str | None, month: str, today: date
    ) -> tuple[int, int | None]:
        """Overdue months, more than can be paid where the membership has ended, and the rupiah owed."""
        first = IuranMonth.parse(month)
        if membership_ended(first.plus(-1), today):
            return ARREARS_LIMIT + 1, None
        return months_owed(first, said, today), rupiah_owed(self.prices, told, said, begun, first, today)

    def _row(self, person: DueRecord, said: Sequence[LifeChange], paid: int, today: date) -> DueRow:
        month = IuranMonth.parse(person.month)
        return DueRow(
            worker_id=person.worker_id,
            name=person.name,
            nik=person.nik,
            village=person.village,
            place=place_on_paper(self.gazetteer.place(person.village)),
            month=month,
            due_on=person.due_on,
            overdue=months_owed(month, said, today),
            expected=rupiah_owed(self.prices, person.told, said, person.first_month, month, today),
            paid=paid,
            ended=membership_ended(month.plus(-1), today),
        )


def _last_day(part: DueFilter, today: date) -> date | None:
    """The last day of falling due that a part of the list reaches; None for all of it."""
    return {
        DueFilter.DUE: today + timedelta(days=SOON_DAYS),
        DueFilter.OVERDUE: today - timedelta(days=1),
        DueFilter.ALL: None,
    }[part]
