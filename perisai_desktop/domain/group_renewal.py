"""A kelompok that pays on: who pays for whom, what each member can pay at once, and who is left out with the reason."""

from dataclasses import dataclass, field

from perisai_desktop.domain.collection import CollectionOption, Hurdle
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import PayerKind


@dataclass(frozen=True, slots=True)
class PayerDue:
    """A kelompok by who pays for it. `steps`: the contributions of the journal that tell of it.

    `due` counts those whose next unpaid month has begun or is over; `owed` is the rupiah of all their overdue months, else
    of that month. `month`: the oldest of all next unpaid months, None where nothing falls due any more.
    """

    name: str = field(repr=False)
    payer: PayerKind
    steps: tuple[int, ...]
    members: int
    due: int = 0
    owed: int = 0
    month: IuranMonth | None = None
    villages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RenewalMember:
    """One of a kelompok: `until` is paid, `overdue` counts months, `usual` is the place of the option that pays what is owed.

    `due`: the next unpaid month has begun or is over. `left_out`: the kelompok paid without this member last time.
    `withdrew`: the member agrees no longer to what nobody is enrolled without.
    `hurdle` says why there are no options.
    """

    worker_id: str
    name: str = field(repr=False)
    nik: str = field(repr=False)
    place: str
    until: IuranMonth | None
    overdue: int = 0
    options: tuple[CollectionOption, ...] = ()
    usual: int = 0
    due: bool = False
    left_out: bool = False
    withdrew: bool = False
    hurdle: Hurdle | None = None

    @property
    def ready(self) -> bool:
        """Whether the member pays unless somebody says otherwise."""
        return self.due and not (self.left_out or self.withdrew)

    def place_of(self, ahead: int) -> int:
        """The place of the option that pays all that is overdue and `ahead` months more; the longest below it where that is
        not offered. 0 ahead is what is owed."""
        if ahead == 0:
            return self.usual
        wanted = self.overdue + ahead
        fitting = [at for at, one in enumerate(self.options) if one.months <= wanted]
        return fitting[-1] if fitting else 0


@dataclass(frozen=True, slots=True)
class RenewalOutlook:
    """A kelompok before it pays; `offered` are the numbers of months that can be paid beyond what is overdue."""

    name: str = field(repr=False)
    payer: PayerKind
    steps: tuple[int, ...]
    members: tuple[RenewalMember, ...] = field(repr=False)
    offered: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MemberPayment:
    """What is taken for one member: consecutive months from the first."""

    worker_id: str
    first: IuranMonth
    months: int


def passed_over(until: IuranMonth, month: IuranMonth, today: IuranMonth) -> bool:
    """Whether a kelompok that paid for `month` without a member who is paid until then left that member out: the member's
    next month is before it, or is that one and over. What was begun this month may still go on."""
    following = until.plus(1)
    return following < month or following == month < today
