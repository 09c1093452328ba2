"""What the cash screen shows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.till_book import CashBook, CashMovement, CashSort


class Grouping(StrEnum):
    """How the sums are laid out."""

    SORTS = "sorts"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class CashState:
    """The book, how its sums are laid out, the sum that is open (a sort or a date), and the entries behind it.

    Without a sort and a date the entries are all there are.
    """

    book: CashBook | None = None
    grouping: Grouping = Grouping.SORTS
    sort: CashSort | None = None
    on: date | None = None
    movements: tuple[CashMovement, ...] = ()
    failure: Failure | None = None

    @property
    def shown(self) -> int:
        """The signed sum of what is open, in rupiah; its entries may still be on their way."""
        if self.book is None:
            return 0
        if self.sort is not None:
            return sum(line.rupiah for line in self.book.lines if line.sort is self.sort)
        if self.on is not None:
            return sum(day.incoming - day.outgoing for day in self.book.days if day.on == self.on)
        return self.book.rupiah

    @property
    def closing(self) -> str:
        """The entry that closed the date in sight, empty where it is open or none is chosen."""
        days = () if self.book is None else self.book.days
        return next((day.closing for day in days if day.on == self.on), "")
