"""The cleaning follows a run that got through, slice by slice behind what the agent saves, and a failure ends it."""

from collections.abc import Callable

from perisai_desktop.background.cleaning import Cleaning
from perisai_desktop.background.exchange_runs import ExchangeRuns
from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.failure import Failure, FailureCode
from tests.support.screen_values import ScriptedExchange


def _runs(jobs: HandRunJobs, step: Callable[[], bool], exchange: ScriptedExchange) -> ExchangeRuns:
    runs = ExchangeRuns(exchange, jobs, lambda act: act())
    Cleaning(runs, step, jobs)
    return runs


def test_each_slice_waits_its_turn_and_one_pass_goes_at_a_time() -> None:
    jobs, left = HandRunJobs(), [True, True, False, False]
    done: list[int] = []
    runs = _runs(jobs, lambda: left.pop(0), ScriptedExchange())
    runs.begin()
    assert jobs.waiting(Lane.LOCAL) == 0
    jobs.run_next(Lane.NETWORK)
    runs.begin()
    jobs.run(Lane.LOCAL, lambda: done.append(len(left)), lambda _outcome: None)
    jobs.run_next(Lane.NETWORK)
    assert jobs.waiting(Lane.LOCAL) == 2
    jobs.run_all()
    assert (done, left) == ([3], [False])
    runs.begin()
    jobs.run_all()
    assert left == []


def test_a_failure_ends_the_pass_and_a_run_that_failed_begins_none() -> None:
    jobs = HandRunJobs()
    asked: list[int] = []

    def step() -> bool:
        asked.append(1)
        raise Failure(FailureCode.DISK_FULL)

    runs = _runs(jobs, step, ScriptedExchange())
    runs.begin()
    jobs.run_all()
    assert len(asked) == 1
    failing = _runs(jobs, step, ScriptedExchange(failure=Failure(FailureCode.NO_NETWORK, detail="dns")))
    failing.begin()
    jobs.run_all()
    assert len(asked) == 1
