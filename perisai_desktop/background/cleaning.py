"""After each run of the sync that got through: lets go of what is due, a slice at a time, behind whatever the agent saves."""

from collections.abc import Callable

from perisai_desktop.background.exchange_runs import ExchangeRuns
from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.exchange import Run
from perisai_desktop.domain.outcome import Err, Ok


class Cleaning:
    """`step` does one slice and says whether more is left. A failure ends the pass: the next run begins one again."""

    def __init__(self, runs: ExchangeRuns, step: Callable[[], bool], jobs: Jobs) -> None:
        self._step = step
        self._jobs = jobs
        self._busy = False
        runs.watch(self._watched)

    def _watched(self, run: Run) -> None:
        through = run.report is not None and not run.report.cancelled
        if through and not run.running and not self._busy:
            self._go_on()

    def _go_on(self) -> None:
        self._busy = True
        self._jobs.run(Lane.LOCAL, self._step, self._done)

    def _done(self, outcome: Ok[bool] | Err) -> None:
        self._busy = False
        if isinstance(outcome, Ok) and outcome.value:
            self._go_on()
