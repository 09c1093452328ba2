"""What the sync screen shows."""

from dataclasses import dataclass, field

from perisai_desktop.domain.exchange import SyncOverview, SyncProgress, SyncReport
from perisai_desktop.domain.failure import Failure


@dataclass(frozen=True, slots=True)
class SyncState:
    """What waits and what came back, and how far a run is; `stopping` once the agent asked it to stop.

    `runs` counts the runs that came to their end.
    """

    overview: SyncOverview | None = field(default=None, repr=False)
    progress: SyncProgress | None = None
    running: bool = False
    stopping: bool = False
    runs: int = 0
    report: SyncReport | None = None
    failure: Failure | None = None
