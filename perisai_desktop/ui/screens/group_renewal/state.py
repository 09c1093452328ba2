"""What the dialog of a kelompok that pays on shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perisai_desktop.domain.collection import CollectionOption
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.group_renewal import MemberPayment, PayerDue, RenewalMember, RenewalOutlook
from perisai_desktop.domain.receipt import Receipt
from sync.rules.kelompok import by_receipt
from sync.rules.names import name_key


@dataclass(frozen=True, slots=True)
class GroupRenewalState:
    """The kelompok served here, and of the open one who is ticked and for how long.

    `wanted`: a contribution of the kelompok that was asked for. `ahead` counts the months beyond what is overdue, 0 for what
    is owed; `own` holds the option's place of members who pay another number. `row` is the chosen member's place. While
    money is taken `paid` of `paying` receipts are written; `issued` are those of this sitting.
    """

    kelompok: tuple[PayerDue, ...] = field(default=(), repr=False)
    text: str = field(default="", repr=False)
    wanted: int | None = None
    loaded: bool = False
    outlook: RenewalOutlook | None = field(default=None, repr=False)
    ticked: frozenset[str] = frozenset()
    ahead: int = 0
    own: Mapping[str, int] = field(default_factory=dict)
    row: int = 0
    paying: int = 0
    paid: int = 0
    issued: tuple[Receipt, ...] = field(default=(), repr=False)
    failure: Failure | None = None

    @property
    def found(self) -> tuple[PayerDue, ...]:
        """The kelompok whose payer or village the search names."""
        key = name_key(self.text)
        return tuple(
            one
            for one in self.kelompok
            if key in name_key(one.name) or any(key in name_key(village) for village in one.villages)
        )

    @property
    def members(self) -> tuple[RenewalMember, ...]:
        """The members of the open kelompok."""
        return () if self.outlook is None else self.outlook.members

    @property
    def chosen(self) -> tuple[RenewalMember, ...]:
        """Who is ticked, in the order of the list."""
        return tuple(one for one in self.members if one.worker_id in self.ticked)

    @property
    def barred(self) -> tuple[RenewalMember, ...]:
        """Who can't be paid for now."""
        return tuple(one for one in self.members if not one.options)

    def place(self, member: RenewalMember) -> int:
        """The place of the member's option."""
        return self.own.get(member.worker_id, member.place_of(self.ahead))

    def option(self, member: RenewalMember) -> CollectionOption | None:
        """What is paid for the member where ticked; None where nothing can be."""
        return member.options[self.place(member)] if member.options else None

    @property
    def receipts(self) -> tuple[tuple[MemberPayment, ...], ...]:
        """What is taken for whom, receipt by receipt."""
        payments = (
            MemberPayment(one.worker_id, option.first, option.months)
            for one in self.chosen
            if (option := self.option(one)) is not None
        )
        return by_receipt(tuple(payments))

    def price(self, payments: tuple[MemberPayment, ...]) -> int:
        """What some payments cost, in rupiah."""
        of = {one.worker_id for one in payments}
        options = (self.option(one) for one in self.chosen if one.worker_id in of)
        return sum(option.quote.total for option in options if option is not None)

    @property
    def total(self) -> int:
        """The price of everybody who is ticked, in rupiah."""
        return sum(option.quote.total for one in self.chosen if (option := self.option(one)) is not None)

    @property
    def busy(self) -> bool:
        """Whether money is being taken."""
        return self.paying > 0
