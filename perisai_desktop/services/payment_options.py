"""What a member can pay at once, each with its price; one list for who pays alone and for a kelompok."""

from dataclasses import dataclass
from datetime import date

from perisai_desktop.domain.collection import CollectionOption
from perisai_desktop.services.members import Member
from perisai_desktop.services.renewal_prices import RenewalPrices
from sync.rules.membership import PaymentOption, payable
from sync.rules.pricing import Quote
from sync.rules.reference import Reference


@dataclass(frozen=True, slots=True)
class PaymentOptions:
    """The options of members by one version of the rules."""

    reference: Reference
    prices: RenewalPrices

    def of(self, member: Member, today: date) -> tuple[CollectionOption, ...]:
        """The oldest overdue months alone, or all of them plus an offered number; none behind the end of the membership."""
        if member.until is None or member.terms is None or member.turned_away is not None:
            return ()
        ends = member.ends
        found: list[CollectionOption] = []
        for option in payable(member.until, today, self.reference.settings.months_offered):
            quote = self.prices.quote(member.terms, member.said, member.begun, option.first, option.months)
            if quote is not None and (ends is None or option.last < ends):
                found.append(self._option(member, option, quote))
        return tuple(found)

    def _option(self, member: Member, option: PaymentOption, quote: Quote) -> CollectionOption:
        codes = {line.relief for line in quote.lines if line.relief is not None}
        return CollectionOption(
            first=option.first,
            months=option.months,
            arrears=option.arrears,
            quote=quote,
            reliefs=tuple(one for one in self.reference.reliefs if one.code in codes),
            in_a_row=None if member.begun is None else option.last.minus(member.begun) + 1,
        )


def usual(options: tuple[CollectionOption, ...], owed: int) -> int:
    """The place of the option that pays in full so many overdue months, else the first."""
    return next((at for at, one in enumerate(options) if one.months == owed), 0)
