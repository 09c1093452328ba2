"""Lists who owes what, village by village, with what was paid today against it: the collection round."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.collection import DueFilter, DuePage, DueRow, DueSum, DueTotals
from perisai_desktop.services.members import overdue
from perisai_desktop.services.receipt_paper import place_on_paper
from perisai_desktop.services.renewal_prices import Likeness, RenewalPrices, terms_of
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import lives, rounds
from perisai_desktop.storage.projections.lives import LifeChange
from perisai_desktop.storage.projections.rounds import DueRecord, Told
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import first_not_overdue, membership_ended

SOON_DAYS = 31
"""A month that falls due within so many days belongs to the round: the calendar month has begun, or nearly."""


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
            owing = rounds.owing(session, today + timedelta(days=SOON_DAYS), self.prices.new_until)
            said = lives.changes_of(session)
            paid = rounds.paid_on(session, today)
            counts = {part: rounds.count(session, _last_day(part, today)) for part in DueFilter}
        people: Counter[str] = Counter()
        rupiah: Counter[str] = Counter()
        alike: dict[Told, Likeness | None] = {}
        owed: dict[tuple[Likeness | None, str, str | None], int | None] = {}
        overdue_before = str(first_not_overdue(today))
        for worker_id, village, month, begun, income, offer, occupation, payer in owing:
            if worker_id in paid and month >= overdue_before:
                continue
            told: Told = (income, offer, occupation, payer)
            if told not in alike:
                terms = terms_of(*told)
                alike[told] = None if terms is None else self.prices.likeness(terms)
            key = (alike[told], month, begun)
            if worker_id in said:
                price = self._owed(told, said[worker_id], begun, month, today)
            elif key in owed:
                price = owed[key]
            else:
                price = owed[key] = self._owed(told, (), begun, month, today)
            if price is not None:
                people[village] += 1
                rupiah[village] += price
        villages = {village: DueSum(people[village], rupiah[village]) for village in people}
        for village, taken in paid.values():
            villages[village] = villages.get(village, DueSum()) + DueSum(payers=1, paid=taken)
        return DueTotals(villages, counts)

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
            overdue=_overdue(month, said, today),
            expected=self._owed(person.told, said, person.first_month, person.month, today),
            paid=paid,
            ended=membership_ended(month.plus(-1), today),
        )

    def _owed(
        self, told: Told, said: Sequence[LifeChange], begun: str | None, month: str, today: date
    ) -> int | None:
        """All overdue months, else the next one, in rupiah; None where that is not known or the membership ended."""
        terms, first = terms_of(*told), IuranMonth.parse(month)
        if terms is None or membership_ended(first.plus(-1), today):
            return None
        enrolled = None if begun is None else IuranMonth.parse(begun)
        quote = self.prices.quote(terms, said, enrolled, first, max(1, _overdue(first, said, today)))
        return None if quote is None else quote.total


def _overdue(month: IuranMonth, said: Sequence[LifeChange], today: date) -> int:
    ends = next((one.from_month for one in reversed(said) if one.ends), None)
    return overdue(month.plus(-1), ends, today)


def _last_day(part: DueFilter, today: date) -> date | None:
    """The last day of falling due that a part of the list reaches; None for all of it."""
    return {
        DueFilter.DUE: today + timedelta(days=SOON_DAYS),
        DueFilter.OVERDUE: today - timedelta(days=1),
        DueFilter.ALL: None,
    }[part]
