"""Months of a membership: paid until, arrears, what can be paid at once, and when a membership has ended."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sync.rules.iuran_month import DUE_DAY, IuranMonth, months_from
from sync.rules.reactions import Reaction

MONTHS_AHEAD = 12
"""The last month paid is at most so many months after the current one."""
ARREARS_LIMIT = 3
"""So many overdue months can be paid; more end the membership."""
FULL_JKM_MONTHS = 3
"""The full death benefit needs so many consecutive paid months (PP 44/2015 as amended by PP 82/2019)."""


@dataclass(frozen=True, slots=True)
class PaymentOption:
    """What can be paid at once: consecutive months from the first, of which the oldest `arrears` are overdue."""

    first: IuranMonth
    months: int
    arrears: int

    @property
    def last(self) -> IuranMonth:
        """The last month of the payment."""
        return self.first.plus(self.months - 1)


def consecutive_months(first: IuranMonth, paid: Collection[IuranMonth]) -> int:
    """The length of the unbroken run of paid months from the first month of a membership."""
    months = frozenset(paid)
    count = 0
    while first.plus(count) in months:
        count += 1
    return count


def paid_until(first: IuranMonth, paid: Collection[IuranMonth]) -> IuranMonth | None:
    """The last month of the unbroken run from the membership's first month; None where that one is not paid.

    `paid` holds the months paid, not voided and not refunded: a voided first month breaks the run. The
    functions below take `first.plus(-1)` in place of None.
    """
    count = consecutive_months(first, paid)
    return first.plus(count - 1) if count else None


def breaks_run(first: IuranMonth, paid: Collection[IuranMonth], without: Collection[IuranMonth]) -> bool:
    """Whether taking months away (a void) leaves paid months behind a hole; the program says so before."""
    left = frozenset(paid) - frozenset(without)
    return consecutive_months(first, left) < len({month for month in left if month >= first})


def first_not_overdue(on: date) -> IuranMonth:
    """The oldest month that is not overdue on a local date."""
    month = IuranMonth.of(on)
    return month if on.day > DUE_DAY else month.plus(-1)


def arrears(until: IuranMonth, on: date) -> int:
    """How many months after `until` are overdue on a local date."""
    return max(0, first_not_overdue(on).minus(until) - 1)


def membership_ended(until: IuranMonth, on: date) -> bool:
    """Whether the gap is too long to be paid: then it is a re-enrolment of the same worker."""
    return arrears(until, on) > ARREARS_LIMIT


def payable(until: IuranMonth, on: date, offered: Sequence[int]) -> tuple[PaymentOption, ...]:
    """What can be paid on a local date: the k oldest overdue months alone, or all of them plus an offered number.

    Empty where the membership has ended or everything allowed is paid.
    """
    if membership_ended(until, on):
        return ()
    overdue = arrears(until, on)
    first = until.plus(1)
    alone = [PaymentOption(first, count, count) for count in range(1, overdue + 1)]
    ahead = [PaymentOption(first, overdue + count, overdue) for count in offered]
    latest = IuranMonth.of(on).plus(MONTHS_AHEAD)
    return tuple(option for option in (*alone, *ahead) if option.last <= latest)


def check_payment(
    until: IuranMonth,
    paid: Collection[IuranMonth],
    months: Sequence[IuranMonth],
    on: date,
    offered: Sequence[int],
    *,
    amount: int,
    price: int,
) -> tuple[Reaction, ...]:
    """Everything that is wrong with a payment of months (in order) on a local date; empty where nothing is.

    `until` is paid-until, `paid` every month paid in this membership, `amount` what was taken and `price`
    what the months cost, both rupiah.
    """
    found: set[Reaction] = set()
    if membership_ended(until, on):
        found.add(Reaction.MEMBERSHIP_ENDED)
    if any(month <= until or month in paid for month in months):
        found.add(Reaction.MONTH_ALREADY_PAID)
    if tuple(months) != months_from(until.plus(1), len(months)) and Reaction.MONTH_ALREADY_PAID not in found:
        found.add(Reaction.MONTH_HOLE)
    if any(month > IuranMonth.of(on).plus(MONTHS_AHEAD) for month in months):
        found.add(Reaction.TOO_FAR_AHEAD)
    if not found and len(months) not in {option.months for option in payable(until, on, offered)}:
        found.add(Reaction.MONTHS_NOT_OFFERED)
    if amount != price:
        found.add(Reaction.AMOUNT_DIFFERS)
    return tuple(reaction for reaction in Reaction if reaction in found)
