"""Requests counted in memory since the start: by method, route template and status, with how long they took."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"})
BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper bounds of the histogram in seconds."""

Asked = tuple[str, str, int]
"""Method, route template and status: nothing that a caller makes up."""


@dataclass(slots=True)
class Taken:
    """How many requests stayed within each bound, all of them, and their seconds."""

    within: list[int] = field(default_factory=lambda: [0] * len(BOUNDS))
    count: int = 0
    seconds: float = 0.0


class RequestCounts:
    """Counts from any thread."""

    def __init__(self) -> None:
        self._taken: dict[Asked, Taken] = {}
        self._lock = threading.Lock()

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        """One request that was answered; an unknown method is `other`, so that no caller can make new counters."""
        asked = (method if method in METHODS else "other", route, status)
        with self._lock:
            taken = self._taken.setdefault(asked, Taken())
            taken.count += 1
            taken.seconds += seconds
            for place, bound in enumerate(BOUNDS):
                taken.within[place] += seconds <= bound

    def seen(self) -> Mapping[Asked, Taken]:
        """A copy, in order."""
        with self._lock:
            return {
                asked: Taken(list(one.within), one.count, one.seconds)
                for asked, one in sorted(self._taken.items())
            }
