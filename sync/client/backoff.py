"""How long to wait before the next try: exponential back-off with full jitter, as a pure function."""

from __future__ import annotations

SHORTEST = 5.0
LONGEST = 900.0


def pause(failures: int, chance: float) -> float:
    """Seconds to wait after so many failed runs in a row: 5 s to 15 min, never given up.

    `chance` is a random number from 0 to 1 (full jitter): the pause lies between the shortest and a ceiling
    that doubles with each failure. Without failures there is no pause.
    """
    if failures <= 0:
        return 0.0
    ceiling = min(LONGEST, SHORTEST * 2.0 ** min(failures, 16))
    return SHORTEST + (ceiling - SHORTEST) * min(max(chance, 0.0), 1.0)
