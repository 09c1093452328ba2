"""Takes the money of a kelompok receipt by receipt; other work may come between two of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.kelompok import Kelompok
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.roll import Judged


@dataclass(frozen=True, slots=True)
class PaymentRun:
    """`paid` hears of each receipt, `over` of the end: what stopped it, None where everybody is paid."""

    enrol: Callable[[Kelompok, Sequence[int], int], Receipt]
    jobs: Jobs
    paid: Callable[[Receipt], None]
    over: Callable[[Failure | None], None]

    def go_on(self, kelompok: Kelompok, left: Sequence[Sequence[Judged]]) -> None:
        """Write the next receipt, and those behind it."""
        if not left:
            self.over(None)
            return
        rows = [one.member.row for one in left[0]]
        total = sum(one.total or 0 for one in left[0])

        def written(outcome: Ok[Receipt] | Err) -> None:
            if isinstance(outcome, Err):
                self.over(outcome.failure)
            else:
                self.paid(outcome.value)
                self.go_on(kelompok, left[1:])

        self.jobs.run(Lane.LOCAL, lambda: self.enrol(kelompok, rows, total), written)
