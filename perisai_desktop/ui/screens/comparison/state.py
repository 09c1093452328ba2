"""What the comparison shows, and what is about to be said of the pair."""

from __future__ import annotations

from dataclasses import dataclass

from perisai_desktop.domain.comparison import Comparison, PairVerdict
from perisai_desktop.domain.failure import Failure
from sync.rules.pairs import Saying


@dataclass(frozen=True, slots=True)
class ComparisonState:
    """`verdict`: what was begun and not sent yet; `busy` while the server is asked, `told` once it was told."""

    seen: Comparison | None = None
    verdict: PairVerdict | None = None
    busy: bool = False
    told: bool = False
    failure: Failure | None = None

    def may(self, saying: Saying) -> bool:
        """Whether it can be said of the pair in sight."""
        return self.seen is not None and saying in self.seen.may and not self.busy

    @property
    def place(self) -> tuple[int, int]:
        """Which of how many records is in sight, from 1."""
        if self.seen is None or self.seen.other is None:
            return 0, 0
        ids = self.seen.readable
        return ids.index(self.seen.other.record.entry_id) + 1, len(ids)
