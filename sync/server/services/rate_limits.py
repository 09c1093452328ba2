"""How many requests one caller may make in a minute, counted in memory by a token bucket."""

from __future__ import annotations

import threading
from collections import OrderedDict

_CALLERS_KEPT = 50_000


class RateLimit:
    """A bucket for each caller that holds `per_minute` tokens and refills evenly.

    Callers are opaque keys (an address, a login's digest); the least recent are forgotten beyond
    50,000, so that memory has a ceiling.
    """

    def __init__(self, per_minute: int) -> None:
        self._capacity = float(per_minute)
        self._refill = per_minute / 60.0
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait_seconds(self, caller: str, at: float) -> int:
        """Take one token at monotonic second `at`: 0 when there was one, else whole seconds to wait."""
        with self._lock:
            tokens, since = self._buckets.pop(caller, (self._capacity, at))
            tokens = min(self._capacity, tokens + max(0.0, at - since) * self._refill)
            allowed = tokens >= 1.0
            self._buckets[caller] = (tokens - 1.0 if allowed else tokens, at)
            if len(self._buckets) > _CALLERS_KEPT:
                self._buckets.popitem(last=False)
        return 0 if allowed else max(1, round((1.0 - tokens) / self._refill))
