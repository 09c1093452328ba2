"""What the first screen shows."""

from dataclasses import dataclass
from enum import StrEnum

from perisai_desktop.domain.collection import Radar
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.overview import Overview


class Place(StrEnum):
    """Where a part of the screen leads."""

    TODAY = "today"
    MONTH = "month"
    COLLECTED = "collected"
    CASH = "cash"
    RESULTS = "results"
    ROUND = "round"
    OVERDUE = "overdue"
    TASKS = "tasks"
    REFUNDS = "refunds"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class HomeState:
    """The figures, and what takes longer to reckon: who lapses next, and an estimate of the commission in rupiah."""

    overview: Overview | None = None
    radar: Radar | None = None
    commission: int | None = None
    failure: Failure | None = None
