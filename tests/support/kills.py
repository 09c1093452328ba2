"""When to kill what in a tour that must survive it: desktop and server in turn, at seeded moments all along the roster."""

import random
import time
from dataclasses import dataclass, field
from pathlib import Path

LATEST_S = 2.0
LEFT_ALONE = 6
"""Receipts at the end, a tenth of all in a long roster, that begin no kill: each must find its moment before the end."""


@dataclass
class KillPlan:
    """Kills still to come. Each waits for a number of receipts, then for a part of a second chosen by the seed."""

    count: int
    seed: int
    receipts_expected: int
    done: int = 0
    _marks: list[int] = field(init=False)
    _delays: list[float] = field(init=False)
    _ready_at: float | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        chance = random.Random(self.seed)
        last = max(1, self.receipts_expected - max(LEFT_ALONE, self.receipts_expected // 10))
        self._marks = sorted(chance.randint(0, last) for _ in range(self.count))
        self._delays = [chance.uniform(0.05, LATEST_S) for _ in range(self.count)]

    def due(self, receipts: Path) -> str | None:
        """`desktop` or `server` where its moment has come, counted by the PDFs in `receipts`; else None."""
        if self.done >= self.count:
            return None
        if self._ready_at is None:
            if len(list(receipts.glob("*.pdf"))) < self._marks[self.done]:
                return None
            self._ready_at = time.monotonic() + self._delays[self.done]
        if time.monotonic() < self._ready_at:
            return None
        self._ready_at = None
        self.done += 1
        return "desktop" if self.done % 2 else "server"

    @property
    def left(self) -> int:
        """How many kills found no moment yet."""
        return self.count - self.done
