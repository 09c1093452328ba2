"""What further months cost a worker, by the terms that hold in each month; one list for the round and the receipt."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from perisai_desktop.domain.collection import Terms
from perisai_desktop.storage.projections.lives import LifeChange, life_in
from sync.rules.iuran_month import IuranMonth, months_from
from sync.rules.pricing import PriceLine, Quote, price_line
from sync.rules.programmes import Offer, PayerKind
from sync.rules.reference import Reference
from sync.rules.tariff import MINIMUM_INCOME


def terms_of(income: int | None, offer: str, occupation: str, payer: str) -> Terms | None:
    """The terms of an enrolment; None where the worker was enrolled elsewhere and nothing is known of them."""
    if income is None or income < MINIMUM_INCOME or offer not in set(Offer):
        return None
    return Terms(income, Offer(offer), occupation, payer or PayerKind.SELF.value)


@dataclass(frozen=True, slots=True)
class Likeness:
    """All that a price follows from beside the month: who is alike pays the same."""

    income: int
    offer: Offer
    transport: bool
    payer: PayerKind


@dataclass(slots=True)
class RenewalPrices:
    """Prices of single months, each computed once."""

    reference: Reference
    new_until: IuranMonth | None = field(init=False)
    _bounds: tuple[int, ...] = field(init=False)
    _alike: dict[Terms, Likeness] = field(default_factory=dict)
    _lines: dict[tuple[Likeness, IuranMonth, IuranMonth | None], PriceLine | None] = field(
        default_factory=dict
    )

    def __post_init__(self) -> None:
        brackets = (bracket for tariff in self.reference.tariffs for bracket in tariff.brackets)
        apart = (relief.last for relief in self.reference.reliefs if relief.new_participants_pay_full)
        self.new_until = max(apart, default=None)
        self._bounds = tuple(sorted({bracket.income_from for bracket in brackets}))

    def quote(
        self,
        terms: Terms,
        said: Sequence[LifeChange],
        enrolled: IuranMonth | None,
        first: IuranMonth,
        months: int,
    ) -> Quote | None:
        """The price of consecutive months; None where no table covers one of them.

        `terms` are those of the enrolment, `said` what changed since, `enrolled` the membership's first month.
        """
        lines: list[PriceLine] = []
        for month in months_from(first, months):
            line = self.line(self.likeness(terms_in(terms, said, month)), month, enrolled)
            if line is None:
                return None
            lines.append(line)
        return Quote(tuple(lines), sum(line.total for line in lines))

    def likeness(self, terms: Terms) -> Likeness:
        """What the price follows from; incomes count as the lowest that no table tells apart from them."""
        found = self._alike.get(terms)
        if found is None:
            occupation = self.reference.occupations.find(terms.occupation)
            found = self._alike[terms] = Likeness(
                self._bounds[bisect_right(self._bounds, terms.income) - 1],
                terms.offer,
                occupation is not None and occupation.transport,
                PayerKind(terms.payer),
            )
        return found

    def line(self, alike: Likeness, month: IuranMonth, enrolled: IuranMonth | None) -> PriceLine | None:
        """The price of one month; None where no table covers it."""
        key = (alike, month, enrolled if self.tells_new(month) else None)
        if key not in self._lines:
            self._lines[key] = self._price(*key)
        return self._lines[key]

    def tells_new(self, month: IuranMonth) -> bool:
        """Whether the month's price may follow from when the membership began: a relief tells new participants apart."""
        return self.new_until is not None and month <= self.new_until

    def _price(self, alike: Likeness, month: IuranMonth, enrolled: IuranMonth | None) -> PriceLine | None:
        if self.reference.tariff_for(month) is None:
            return None
        return price_line(
            self.reference,
            month,
            income=alike.income,
            offer=alike.offer,
            transport=alike.transport,
            payer=alike.payer,
            enrolled=enrolled,
        )


def terms_in(terms: Terms, said: Sequence[LifeChange], month: IuranMonth) -> Terms:
    """The terms of a month, changes up to it included."""
    if not said:
        return terms
    life = life_in(said, month).terms
    return Terms(
        life.get("income", terms.income),
        Offer(life.get("offer", terms.offer)),
        life.get("occupation", terms.occupation),
        terms.payer,
    )
