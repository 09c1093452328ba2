"""How long to wait between two runs of the sync: protocol, "Limits and retry"."""

from collections.abc import Callable

FIRST = 5.0  # seconds
LONGEST = 15 * 60.0
CALM = 5 * 60.0


class Pacing:
    """Full jitter between nothing and a bound that doubles at each failure; calm after a success."""

    def __init__(self, chance: Callable[[], float]) -> None:
        self._chance = chance
        self._failures = 0

    def after(self, *, reached: bool) -> float:
        """Seconds until the next run; `reached` tells whether the server was spoken to."""
        if reached:
            self._failures = 0
            return CALM
        bound = min(LONGEST, FIRST * 2.0 ** min(self._failures, 16))
        self._failures += 1
        return max(1.0, bound * self._chance())

    def reset(self) -> None:
        """Forget earlier failures."""
        self._failures = 0
