"""Whether the lines of a contribution cost what the tariff that they name says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sync.protocol.bodies.contribution import ContributionLine
from sync.rules.iuran_month import IuranMonth
from sync.rules.pricing import PriceLine, price_line
from sync.rules.programmes import Offer, PayerKind, Programme
from sync.rules.reference import Reference
from sync.rules.tariff import MINIMUM_INCOME


@dataclass(frozen=True, slots=True)
class Basis:
    """What a worker's price follows from: rupiah a month, offer, sector and the membership's first month."""

    income: int
    offer: str
    transport: bool
    enrolled: str


MOST_PRICES = 20_000
"""So many prices are kept before the list begins anew."""


@dataclass(slots=True)
class PriceList:
    """Prices by the tariff that a line names, each computed once for as long as its reference data holds."""

    reference: Reference
    _references: dict[str, Reference | None] = field(default_factory=dict)
    _prices: dict[tuple[Basis, str, str, str], PriceLine | None] = field(default_factory=dict)

    def price(self, basis: Basis, month: str, payer: str, tariff_version: str) -> PriceLine | None:
        """The price of one month; None where the named tariff is unknown or does not cover it."""
        key = (basis, month, payer, tariff_version)
        if key in self._prices:
            return self._prices[key]
        if len(self._prices) >= MOST_PRICES:
            self._prices.clear()
        price = self._prices[key] = self._compute(*key)
        return price

    def _compute(self, basis: Basis, month: str, payer: str, tariff_version: str) -> PriceLine | None:
        reference = self._named(tariff_version)
        if reference is None or basis.income < MINIMUM_INCOME or basis.offer not in set(Offer):
            return None
        iuran_month = IuranMonth.parse(month)
        if reference.tariff_for(iuran_month) is None:
            return None
        return price_line(
            reference,
            iuran_month,
            income=basis.income,
            offer=Offer(basis.offer),
            transport=basis.transport,
            payer=PayerKind(payer),
            enrolled=IuranMonth.parse(basis.enrolled) if basis.enrolled else None,
        )

    def _named(self, version: str) -> Reference | None:
        if version not in self._references:
            tariffs = tuple(tariff for tariff in self.reference.tariffs if tariff.version == version)
            self._references[version] = replace(self.reference, tariffs=tariffs) if tariffs else None
        return self._references[version]


def price_fault(
    prices: PriceList, basis_in: Callable[[str], Basis], lines: Sequence[ContributionLine]
) -> str | None:
    """The first thing wrong with one worker's lines: `tariff_unknown`, `line_twice` or `amount_differs`.

    `basis_in` says what the price of an iuran month follows from.
    """
    by_month: dict[str, dict[Programme, ContributionLine]] = {}
    for line in lines:
        month = by_month.setdefault(line.month, {})
        if Programme(line.programme) in month:
            return "line_twice"
        month[Programme(line.programme)] = line
    faults = (_month_fault(prices, basis_in(month), month, paid) for month, paid in by_month.items())
    return next((fault for fault in faults if fault is not None), None)


def _month_fault(
    prices: PriceList, basis: Basis, month: str, paid: Mapping[Programme, ContributionLine]
) -> str | None:
    some = next(iter(paid.values()))
    price = prices.price(basis, month, some.payer, some.tariff_version)
    if price is None:
        return "tariff_unknown"
    if any((line.payer, line.tariff_version) != (some.payer, some.tariff_version) for line in paid.values()):
        return "amount_differs"
    if {programme: line.amount for programme, line in paid.items()} != dict(price.amounts):
        return "amount_differs"
    differs = any(
        line.bracket != price.bracket or line.relief != price.relief_of(programme)
        for programme, line in paid.items()
    )
    return "amount_differs" if differs else None
