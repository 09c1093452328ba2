"""The estimate of an agent's commission by Perdir 13/2022; always labelled an estimate."""

from collections.abc import Iterable

from sync.rules.branch_settings import CommissionRates
from sync.rules.rupiah import Rupiah


def acquisition_fee(two_programmes: int, three_programmes: int, rates: CommissionRates) -> Rupiah:
    """The fee for the new participants of one month, rupiah.

    Nothing under 25 new participants; once the month has 25, it counts from the first.
    """
    if two_programmes + three_programmes < rates.new_at_least:
        return Rupiah(0)
    return Rupiah(two_programmes * rates.new_two_programmes + three_programmes * rates.new_three_programmes)


def payment_fee(lines: Iterable[tuple[int, int]], rates: CommissionRates) -> Rupiah:
    """The fee on one payment, rupiah, rounded down once for the payment.

    Each line is the participant's month of membership (from 1) and the contribution paid for it: 15 % in
    months 1 to 24, 5 % in months 25 to 60, nothing after.
    """
    hundredths = 0
    for month, amount in lines:
        if month <= rates.early_until_month:
            hundredths += amount * rates.early_percent
        elif month <= rates.late_until_month:
            hundredths += amount * rates.late_percent
    return Rupiah(hundredths // 100)


def office_fee(agents_total: int, rates: CommissionRates) -> Rupiah:
    """The office's share of its agents' total, rupiah, rounded down."""
    return Rupiah(agents_total * rates.office_percent // 100)
