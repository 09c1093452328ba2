"""How long to wait before the branch is tried again."""

import random

from sync.client.backoff import pause

_DICE = random.SystemRandom()


def pause_after(failures: int) -> float:
    """Seconds to wait after so many failed runs in a row, with jitter so that laptops do not knock together."""
    return pause(failures, _DICE.random())
