"""What the workers screen shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.worker import StateFilter, WorkerCard, WorkerRow


@dataclass(frozen=True, slots=True)
class WorkersState:
    """The list as far as it is loaded, the counts of the filters, and the card of the chosen worker.

    `following` continues the list and is None at its end.
    """

    text: str = field(default="", repr=False)
    narrowed: StateFilter = StateFilter.ALL
    rows: tuple[WorkerRow, ...] = field(default=(), repr=False)
    following: str | None = None
    counts: Mapping[StateFilter, int] = field(default_factory=dict)
    chosen: str | None = None
    card: WorkerCard | None = field(default=None, repr=False)
    loaded: bool = False
    failure: Failure | None = None

    @property
    def total(self) -> int | None:
        """How many the list has in all; None while a search narrows it and its end is not loaded."""
        if not self.text.strip():
            return self.counts.get(self.narrowed)
        return len(self.rows) if self.following is None else None

    @property
    def chosen_row(self) -> int:
        """Place of the chosen worker in the list, -1 where none is."""
        return next((i for i, row in enumerate(self.rows) if row.worker_id == self.chosen), -1)
