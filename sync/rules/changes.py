"""What may be said of a worker's life, and from which iuran month on it holds. A change is not a correction."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import MONTHS_AHEAD

PRICED = frozenset({"income", "offer", "occupation"})
"""Fields that a month's price follows from."""


class EndCause(StrEnum):
    """Why a membership ends."""

    DEATH = "death"
    EMPLOYMENT = "employment"
    OWN_WISH = "own_wish"


class ChangeFault(StrEnum):
    """What is wrong with a change, in the order in which it is told."""

    EMPTY = "change_empty"
    END_APART = "end_with_other_changes"
    MONTH_PAST = "month_past"
    MONTH_PAID = "month_paid_before"
    MONTH_TOO_FAR = "too_far_ahead"
    END_DATE = "end_date_unfit"


@dataclass(frozen=True, slots=True)
class Saying:
    """What a change says: the fields that get new values, or an end, since `ended_on` where that is known."""

    from_month: IuranMonth
    fields: Collection[str] = ()
    end: EndCause | None = None
    ended_on: date | None = None


def earliest_month(fields: Collection[str], until: IuranMonth | None, on: date) -> IuranMonth:
    """The first month from which new values may hold, written on a local date by a worker paid `until` then.

    What the price follows from never reaches into paid months: their receipts stay, dearer or cheaper, and only
    the branch gives credit. Nothing but an end reaches back: a month in arrears costs what it cost.
    """
    this_month = IuranMonth.of(on)
    if until is None or PRICED.isdisjoint(fields):
        return this_month
    return max(this_month, until.plus(1))


def change_faults(saying: Saying, until: IuranMonth | None, on: date) -> tuple[ChangeFault, ...]:
    """Everything that is wrong with a change written on a local date by a worker paid `until` then.

    `from_month` of an end is the first month that is not owed. Of a death or a new employment one often hears
    late: with its day the end reaches back to that month or the next, into paid months too; what was paid beyond is
    voided or refunded, never assumed. Without its day it starts this month at the earliest.
    """
    found: set[ChangeFault] = set()
    if not saying.fields and saying.end is None:
        found.add(ChangeFault.EMPTY)
    if saying.fields and saying.end is not None:
        found.add(ChangeFault.END_APART)
    if saying.from_month > IuranMonth.of(on).plus(MONTHS_AHEAD):
        found.add(ChangeFault.MONTH_TOO_FAR)
    if saying.end is not None and saying.ended_on is not None:
        month = IuranMonth.of(saying.ended_on)
        late = saying.end is EndCause.DEATH and saying.ended_on > on
        if late or saying.from_month not in (month, month.plus(1)):
            found.add(ChangeFault.END_DATE)
    elif saying.from_month < IuranMonth.of(on):
        found.add(ChangeFault.MONTH_PAST)
    elif saying.end is None and saying.from_month < earliest_month(saying.fields, until, on):
        found.add(ChangeFault.MONTH_PAID)
    return tuple(fault for fault in ChangeFault if fault in found)
