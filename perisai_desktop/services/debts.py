"""What somebody owes on a day, by the terms of the enrolment and what changed since: overdue months, and rupiah."""

from collections.abc import Sequence
from datetime import date

from perisai_desktop.services.members import end_of, overdue
from perisai_desktop.services.renewal_prices import RenewalPrices, terms_of
from perisai_desktop.storage.projections.lives import LifeChange
from perisai_desktop.storage.projections.rounds import Told
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import membership_ended


def months_owed(month: IuranMonth, said: Sequence[LifeChange], today: date) -> int:
    """Months overdue on a local date of whose next unpaid month is `month`."""
    return overdue(month.plus(-1), end_of(said), today)


def rupiah_owed(
    prices: RenewalPrices,
    told: Told,
    said: Sequence[LifeChange],
    begun: str | None,
    month: IuranMonth,
    today: date,
) -> int | None:
    """All overdue months, else the next one, in rupiah; None where that is not known or the membership ended.

    `begun` is the first month of the membership, where it is known.
    """
    terms = terms_of(*told)
    if terms is None or membership_ended(month.plus(-1), today):
        return None
    enrolled = None if begun is None else IuranMonth.parse(begun)
    quote = prices.quote(terms, said, enrolled, month, max(1, months_owed(month, said, today)))
    return None if quote is None else quote.total
