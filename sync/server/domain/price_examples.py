"""What a few people would pay before and after: the surest way to see a slip in a tariff or a relief."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass

from sync.rules.iuran_month import IuranMonth, months_from
from sync.rules.pricing import PriceLine, price_line
from sync.rules.programmes import Offer, PayerKind
from sync.rules.reference import Reference

_MOST_MONTHS = 6
_PEOPLE = (
    (1_000_000, Offer.JKK_JKM, False),
    (1_000_000, Offer.JKK_JKM, True),
    (3_000_000, Offer.JKK_JKM_JHT, False),
)
"""Rupiah a month, programmes, and whether the work is in the transport sector."""


@dataclass(frozen=True, slots=True)
class PriceExample:
    """The price of one iuran month before and after, rupiah; None where no table covers the month."""

    month: IuranMonth
    income: int
    offer: Offer
    transport: bool
    payer: PayerKind
    before: int | None
    after: int | None


def price_examples(before: Reference, after: Reference, today: IuranMonth) -> tuple[PriceExample, ...]:
    """Prices in this month, and in every month from which on something else holds, at most six.

    Everybody pays alone; another payer is told as well where a relief begins or ends for that payer apart.
    """
    return tuple(
        example
        for month in _turning_points(before, after, today)
        for person in _PEOPLE
        for example in _of_person(before, after, month, *person)
    )


def _of_person(
    before: Reference, after: Reference, month: IuranMonth, income: int, offer: Offer, transport: bool
) -> list[PriceExample]:
    def priced(reference: Reference, payer: PayerKind) -> PriceLine | None:
        with suppress(ValueError):
            return price_line(reference, month, income=income, offer=offer, transport=transport, payer=payer)
        return None

    lines = {payer: (priced(before, payer), priced(after, payer)) for payer in PayerKind}
    alone = _reliefs(*lines[PayerKind.SELF])
    told = [PayerKind.SELF]
    for payer, both in lines.items():
        old, new = _reliefs(*both)
        if old != new and (old, new) != alone:
            told.append(payer)
    return [
        PriceExample(month, income, offer, transport, payer, *map(_total, lines[payer])) for payer in told
    ]


def _total(line: PriceLine | None) -> int | None:
    return None if line is None else line.total


def _reliefs(before: PriceLine | None, after: PriceLine | None) -> tuple[str | None, str | None]:
    return (None if before is None else before.relief, None if after is None else after.relief)


def _turning_points(before: Reference, after: Reference, today: IuranMonth) -> Collection[IuranMonth]:
    """This month, and within the next two years the months in which a table or relief begins or is over."""
    ahead = set(months_from(today, 24))
    turning = {today}
    for reference in (before, after):
        turning |= {tariff.first for tariff in reference.tariffs}
        turning |= {relief.first for relief in reference.reliefs}
        turning |= {relief.last.plus(1) for relief in reference.reliefs if relief.last in ahead}
    return sorted(turning & ahead)[:_MOST_MONTHS]
