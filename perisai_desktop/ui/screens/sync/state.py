"""What the sync screen shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perisai_desktop.domain.counters import Pause, Tally
from perisai_desktop.domain.exchange import ItemDetail, Run, SyncItem, SyncOverview
from perisai_desktop.domain.failure import Failure
from sync.rules.states import Counter


@dataclass(frozen=True, slots=True)
class SyncState:
    """What waits and what came back, the run, and a pause in force.

    `counter` narrows the list, None shows all three. `items` holds the rows that were read, by action: the others
    are read when they come into sight. `chosen` is the action whose `detail` is shown, empty for none. `free_only`:
    pictures wait for a connection that costs nothing. `proofs_saved`: how many were just written to a file.
    """

    overview: SyncOverview | None = field(default=None, repr=False)
    counter: Counter | None = None
    items: Mapping[str, SyncItem] = field(default_factory=dict, repr=False)
    chosen: str = ""
    detail: ItemDetail | None = field(default=None, repr=False)
    run: Run = field(default_factory=Run)
    pause: Pause | None = None
    free_only: bool = True
    proofs_saved: int | None = None
    failure: Failure | None = None

    @property
    def listing(self) -> tuple[str, ...]:
        """The actions in the list, in order."""
        return () if self.overview is None else self.overview.listing

    @property
    def chosen_row(self) -> int:
        """The place of the chosen action, -1 where none is."""
        return self.listing.index(self.chosen) if self.chosen in self.listing else -1

    def tally(self, counter: Counter | None) -> Tally:
        """What a part of the list holds; None: all three together."""
        if self.overview is None:
            return Tally(0, 0, None)
        if counter is not None:
            return self.overview.tallies[counter]
        parts = self.overview.tallies.values()
        oldest = (part.oldest_at for part in parts if part.oldest_at is not None)
        return Tally(
            sum(part.count for part in parts), sum(part.rupiah for part in parts), min(oldest, default=None)
        )
