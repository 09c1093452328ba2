"""What the screen of the collection round shows."""

from dataclasses import dataclass, field

from perisai_desktop.domain.collection import (
    CollectionOption,
    CollectionOutlook,
    DueFilter,
    DueRow,
    DueTotals,
    Stranger,
    Terms,
)
from perisai_desktop.domain.failure import Failure


@dataclass(frozen=True, slots=True)
class CollectionState:
    """The round as far as it is loaded, its sums, and what the chosen person can pay.

    `following` continues the list and is None at its end; `option` is the place of the chosen option, `told` the
    terms where they are not known here, `stranger` who pays without being in the list. `busy` while a payment is being written.
    """

    text: str = field(default="", repr=False)
    part: DueFilter = DueFilter.DUE
    rows: tuple[DueRow, ...] = field(default=(), repr=False)
    following: str | None = None
    totals: DueTotals | None = None
    chosen: str | None = None
    outlook: CollectionOutlook | None = field(default=None, repr=False)
    option: int = 0
    told: Terms | None = None
    stranger: Stranger | None = field(default=None, repr=False)
    loaded: bool = False
    busy: bool = False
    failure: Failure | None = None

    @property
    def chosen_row(self) -> int:
        """Place of the chosen person in the list, -1 where none is."""
        return next((place for place, row in enumerate(self.rows) if row.worker_id == self.chosen), -1)

    @property
    def payment(self) -> CollectionOption | None:
        """The option that Enter takes."""
        options = () if self.outlook is None else self.outlook.options
        return options[self.option] if self.option < len(options) else None
