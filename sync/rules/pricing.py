"""The price of a contribution: one line for each iuran month, from the table and the dated reliefs."""

from dataclasses import dataclass

from sync.rules.iuran_month import IuranMonth, months_from
from sync.rules.programmes import Offer, PayerKind, Programme
from sync.rules.reference import Reference
from sync.rules.reliefs import relief_for


@dataclass(frozen=True, slots=True)
class PriceLine:
    """The price of one iuran month, rupiah: to pay for each programme, in total, and in full without relief."""

    month: IuranMonth
    bracket: int
    relief: str | None
    amounts: tuple[tuple[Programme, int], ...]
    total: int
    full: int
    tariff_version: str
    relieved: frozenset[Programme] = frozenset()
    inferred: bool = False

    def relief_of(self, programme: Programme) -> str | None:
        """The code of the relief that one programme's amount has, None for the full price."""
        return self.relief if programme in self.relieved else None


@dataclass(frozen=True, slots=True)
class Quote:
    """The lines of a contribution and their total, rupiah."""

    lines: tuple[PriceLine, ...]
    total: int

    @property
    def full(self) -> int:
        """What the months would cost without relief, rupiah."""
        return sum(line.full for line in self.lines)

    @property
    def inferred(self) -> bool:
        """Whether a price stands on a row of the table that is inferred: screens show a notice."""
        return any(line.inferred for line in self.lines)


def price_line(
    reference: Reference,
    month: IuranMonth,
    *,
    income: int,
    offer: Offer,
    transport: bool,
    payer: PayerKind,
    enrolled: IuranMonth | None = None,
) -> PriceLine:
    """The price of one iuran month; arguments as in `quote`."""
    tariff = reference.tariff_for(month)
    if tariff is None:
        raise ValueError("no_tariff_for_month")
    bracket = tariff.bracket_for(income)
    village_budget = reference.settings.village_budget_relief
    amounts: list[tuple[Programme, int]] = []
    reliefs: dict[Programme, str] = {}
    for programme in offer.programmes:
        amount = bracket.amount(programme)
        relief = relief_for(
            reference.reliefs,
            month,
            programme,
            transport,
            payer,
            village_budget=village_budget,
            enrolled=enrolled,
        )
        if relief is not None:
            amount = relief.price(amount)
            reliefs[programme] = relief.code
        amounts.append((programme, amount))
    return PriceLine(
        month=month,
        bracket=bracket.number,
        relief=next(iter(reliefs.values()), None),
        amounts=tuple(amounts),
        total=sum(amount for _, amount in amounts),
        full=sum(bracket.amount(programme) for programme in offer.programmes),
        tariff_version=tariff.version,
        relieved=frozenset(reliefs),
        inferred=bracket.inferred,
    )


def quote(
    reference: Reference,
    *,
    income: int,
    offer: Offer,
    transport: bool,
    payer: PayerKind,
    first: IuranMonth,
    months: int,
    enrolled: IuranMonth | None = None,
) -> Quote:
    """The price of consecutive iuran months from the first.

    `income` is rupiah a month, `transport` of the main occupation, `enrolled` the first month of the
    membership (None: before every relief; an enrolment passes its first month). Reliefs go by iuran month,
    whatever the day of payment (PP 50/2025, PP 49/2020). Raises ValueError where no table covers a month or
    the income lies below every bracket.
    """
    lines = tuple(
        price_line(
            reference,
            month,
            income=income,
            offer=offer,
            transport=transport,
            payer=payer,
            enrolled=enrolled,
        )
        for month in months_from(first, months)
    )
    return Quote(lines, sum(line.total for line in lines))
