"""Makes photographed pages ready one after the other, so that a save in between never waits for all; they are kept at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.kelompok import Kelompok
from perisai_desktop.domain.outcome import Err, Ok


@dataclass(frozen=True, slots=True)
class PageRun:
    """`paged` hears of the kelompok with its pages, or why none was kept."""

    page: Callable[[Path], bytes]
    keep: Callable[[Sequence[bytes]], Kelompok]
    jobs: Jobs
    paged: Callable[[Ok[Kelompok] | Err], None]

    def go_on(self, paths: Sequence[Path], ready: Sequence[bytes] = ()) -> None:
        """Make the next page ready, and those behind it."""
        if not paths:
            self.jobs.run(Lane.LOCAL, lambda: self.keep(ready), self.paged)
            return

        def read(outcome: Ok[bytes] | Err) -> None:
            if isinstance(outcome, Err):
                self.paged(outcome)
            else:
                self.go_on(paths[1:], (*ready, outcome.value))

        self.jobs.run(Lane.LOCAL, lambda: self.page(paths[0]), read)
