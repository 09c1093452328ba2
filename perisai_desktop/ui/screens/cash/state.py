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
        """The signed sum of the entries in sight, in rupiah."""
        return sum(movement.rupiah for movement in self.movements)

    @property
    def closing(self) -> str:
        """The entry that closed the date in sight, empty where it is open or none is chosen."""
        days = () if self.book is None else self.book.days
        return next((day.closing for day in days if day.on == self.on), "")
