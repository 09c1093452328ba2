"""Reliefs: dated rules that change the price of an iuran month, whatever the day of payment."""

from collections.abc import Iterable
from dataclasses import dataclass

from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import PayerKind, Programme


@dataclass(frozen=True, slots=True)
class Relief:
    """A relief of the law: the share of the price that is paid, for which programmes, months and payers.

    PP 50/2025 halves JKK and JKM of BPU participants; PP 49/2020 left 1 % of them to pay. `transport` is
    True for the transport sector alone, False for all others alone, None for everybody. Who enrolled after
    the relief began pays the first `new_participants_pay_full` months in full (PP 49/2020).
    """

    code: str
    title: str
    programmes: frozenset[Programme]
    paid_numerator: int
    paid_denominator: int
    first: IuranMonth
    last: IuranMonth
    transport: bool | None
    payers: frozenset[PayerKind]
    new_participants_pay_full: int = 0
    law: str = ""

    def price(self, amount: int) -> int:
        """What is left to pay of a full price, rupiah.

        Raises ValueError where that is no whole rupiah: nothing is ever rounded.
        """
        paid, rest = divmod(amount * self.paid_numerator, self.paid_denominator)
        if rest:
            raise ValueError("relief_not_whole_rupiah")
        return paid

    def in_full_start(self, month: IuranMonth, enrolled: IuranMonth | None) -> bool:
        """Whether the month is one of the first that a participant who came during the relief pays in full."""
        if enrolled is None or enrolled < self.first:
            return False
        return month.minus(enrolled) < self.new_participants_pay_full


def relief_for(
    reliefs: Iterable[Relief],
    month: IuranMonth,
    programme: Programme,
    transport: bool,
    payer: PayerKind,
    *,
    village_budget: bool = False,
    enrolled: IuranMonth | None = None,
) -> Relief | None:
    """The relief that holds for one programme of one iuran month, None for the full price.

    `transport` is of the main occupation. `village_budget` is the branch's setting whether a village budget
    is treated like a company. `enrolled` is the first month of the membership, None where it lies
    before every relief.
    """
    counted_as = PayerKind.COMPANY if village_budget and payer is PayerKind.VILLAGE_BUDGET else payer
    for relief in reliefs:
        if (
            programme in relief.programmes
            and relief.first <= month <= relief.last
            and relief.transport in (None, transport)
            and (payer in relief.payers or counted_as in relief.payers)
            and not relief.in_full_start(month, enrolled)
        ):
            return relief
    return None
