"""A collection round: who owes what, what can be paid at once, and what was paid today."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sync.rules.iuran_month import IuranMonth
from sync.rules.pricing import Quote
from sync.rules.programmes import Offer
from sync.rules.reliefs import Relief


class DueFilter(StrEnum):
    """Which part of the round is listed: all that is overdue or falls due soon, what is overdue, or everybody."""

    DUE = "due"
    OVERDUE = "overdue"
    ALL = "all"


class Hurdle(StrEnum):
    """Why nothing can be paid now."""

    ENDED = "ended"
    PAID_AHEAD = "paid_ahead"
    TERMS_UNKNOWN = "terms_unknown"
    REFUSED = "refused"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Terms:
    """What the price of a month follows from: rupiah a month, offer, main occupation, and who pays."""

    income: int
    offer: Offer
    occupation: str
    payer: str


@dataclass(frozen=True, slots=True)
class CollectionOption:
    """What can be paid at once: consecutive months, of which the oldest `arrears` are overdue, with their price.

    `reliefs` are those that lower it; `in_a_row` counts the consecutive paid months after it, None where the
    beginning of the membership is not known here.
    """

    first: IuranMonth
    months: int
    arrears: int
    quote: Quote
    reliefs: tuple[Relief, ...] = ()
    in_a_row: int | None = None

    @property
    def last(self) -> IuranMonth:
        """The last month of the payment."""
        return self.first.plus(self.months - 1)


@dataclass(frozen=True, slots=True)
class CollectionOutlook:
    """One worker before paying; `usual` is the place of the option that pays in full what is owed.

    `arrears` counts overdue months, `hurdle` says why there are no options.
    """

    worker_id: str
    name: str = field(repr=False)
    nik: str = field(repr=False)
    place: str
    occupation: str
    paid_until: IuranMonth | None
    arrears: int
    options: tuple[CollectionOption, ...] = ()
    usual: int = 0
    hurdle: Hurdle | None = None


@dataclass(frozen=True, slots=True)
class DueRow:
    """One person of the round: what is owed now and what was paid today, in rupiah.

    `expected` is the price of all overdue months, else of the next one; None where it is not known here or the
    membership has ended. `overdue` counts months, `month` is the next unpaid one.
    """

    worker_id: str
    name: str = field(repr=False)
    nik: str = field(repr=False)
    village: str
    place: str
    month: IuranMonth
    due_on: date
    overdue: int
    expected: int | None
    paid: int = 0
    ended: bool = False


@dataclass(frozen=True, slots=True)
class DuePage:
    """Some people in the order of the round; `following` continues the list and is None at its end."""

    rows: tuple[DueRow, ...]
    following: str | None


@dataclass(frozen=True, slots=True)
class DueSum:
    """Of one village, or of all: people who still owe with their rupiah, and people who paid today with theirs."""

    people: int = 0
    owed: int = 0
    payers: int = 0
    paid: int = 0

    @property
    def expected(self) -> int:
        """What the round is to bring on this day in rupiah: what is still owed and what was paid."""
        return self.owed + self.paid

    def __add__(self, other: "DueSum") -> "DueSum":
        return DueSum(
            self.people + other.people,
            self.owed + other.owed,
            self.payers + other.payers,
            self.paid + other.paid,
        )


@dataclass(frozen=True, slots=True)
class DueTotals:
    """The sums of a day by village code, and how many people each part of the list holds."""

    villages: Mapping[str, DueSum]
    counts: Mapping[DueFilter, int]

    @property
    def whole(self) -> DueSum:
        """All villages together."""
        return sum(self.villages.values(), DueSum())


@dataclass(frozen=True, slots=True)
class RadarLine:
    """People with so many overdue months: how many, and the rupiah that would bring them up to date."""

    overdue: int
    people: int = 0
    owed: int = 0


@dataclass(frozen=True, slots=True)
class Radar:
    """Who lapses next: nobody overdue yet but due soon, then one line for each overdue month that can still be paid.

    `next_due_on` is the day after which everybody is one month further, and whoever stands in the last line has
    lost the membership. `ended` counts those who have lost it and can enrol again.
    """

    lines: tuple[RadarLine, ...]
    ended: int
    next_due_on: date


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody who pays here and is not known here: NIK and name as typed, and paid until when, as told."""

    nik: str = field(repr=False)
    name: str = field(repr=False)
    paid_until: IuranMonth
