"""What a few people would pay before and after: the surest way to see a slip in a tariff or a relief."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sync.rules.iuran_month import IuranMonth, months_from
from sync.rules.pricing import price_line
from sync.rules.programmes import Offer, PayerKind
from sync.rules.reference import Reference

_MOST_MONTHS = 6
_PEOPLE = (
    (1_000_000, Offer.JKK_JKM, False),
    (1_000_000, Offer.JKK_JKM, True),
    (3_000_000, Offer.JKK_JKM_JHT, False),
)
"""Rupiah a month, programmes, and whether the work is in the transport sector; all pay for themselves."""


@dataclass(frozen=True, slots=True)
class PriceExample:
    """The price of one iuran month before and after, rupiah; None where no table covers the month."""

    month: IuranMonth
    income: int
    offer: Offer
    transport: bool
    before: int | None
    after: int | None


def price_examples(before: Reference, after: Reference, today: IuranMonth) -> tuple[PriceExample, ...]:
    """The people in this month, and in every month from which on something else holds, at most six."""
    return tuple(
        PriceExample(
            month,
            income,
            offer,
            transport,
            _price(before, month, income, offer, transport),
            _price(after, month, income, offer, transport),
        )
        for month in _turning_points(before, after, today)
        for income, offer, transport in _PEOPLE
    )


def _price(reference: Reference, month: IuranMonth, income: int, offer: Offer, transport: bool) -> int | None:
    try:
        line = price_line(
            reference, month, income=income, offer=offer, transport=transport, payer=PayerKind.SELF
        )
    except ValueError:
        return None
    return line.total


def _turning_points(before: Reference, after: Reference, today: IuranMonth) -> Collection[IuranMonth]:
    """This month, and within the next two years the months in which a table or relief begins or is over."""
    ahead = set(months_from(today, 24))
    turning = {today}
    for reference in (before, after):
        turning |= {tariff.first for tariff in reference.tariffs}
        turning |= {relief.first for relief in reference.reliefs}
        turning |= {relief.last.plus(1) for relief in reference.reliefs if relief.last in ahead}
    return sorted(turning & ahead)[:_MOST_MONTHS]
