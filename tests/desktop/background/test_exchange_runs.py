"""Runs of the sync: one at a time whoever asks, watched by all, stopped between steps."""

from collections.abc import Callable

from perisai_desktop.background.exchange_runs import ExchangeRuns
from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.exchange import Phase, Run, SyncReport
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.outcome import Err, Ok
from tests.support.screen_values import ScriptedExchange


class Rig:
    """Runs with everything by hand."""

    def __init__(self, exchange: ScriptedExchange) -> None:
        self.seen: list[Run] = []
        self.posted: list[Callable[[], None]] = []
        self.heard: list[Ok[SyncReport] | Err] = []
        self.jobs = HandRunJobs()
        self.runs = ExchangeRuns(exchange, self.jobs, self.posted.append)
        self.runs.watch(self.seen.append)


def test_a_run_is_watched_from_its_beginning_to_its_report() -> None:
    rig = Rig(ScriptedExchange())
    rig.runs.begin(rig.heard.append)
    assert rig.runs.state == Run(running=True)
    rig.jobs.run_all()
    (outcome,) = rig.heard
    assert isinstance(outcome, Ok)
    assert rig.runs.state == Run(report=outcome.value, ended=1)
    assert rig.seen == [Run(running=True), rig.runs.state]


def test_whoever_asks_during_a_run_gets_the_next_one() -> None:
    rig = Rig(ScriptedExchange())
    rig.runs.begin(lambda _outcome: None)
    for _ in range(2):
        rig.runs.begin(rig.heard.append)
    assert rig.jobs.waiting(Lane.NETWORK) == 1
    assert rig.jobs.run_next(Lane.NETWORK)
    assert (rig.heard, rig.runs.state.running, rig.jobs.waiting(Lane.NETWORK)) == ([], True, 1)
    rig.jobs.run_all()
    assert (len(rig.heard), rig.runs.state.running, rig.runs.state.ended) == (2, False, 2)


def test_progress_waits_for_the_screens_thread_and_never_comes_late() -> None:
    rig = Rig(ScriptedExchange())
    rig.runs.begin()
    rig.jobs.run_all()
    rig.posted[0]()
    assert [run for run in rig.seen if run.progress] == [], "the run is over"
    rig.runs.begin()
    rig.posted[0]()
    assert [run.progress.phase for run in rig.seen if run.progress] == [Phase.SENDING]


def test_a_stop_is_asked_for_between_two_steps() -> None:
    exchange = ScriptedExchange()
    rig = Rig(exchange)
    rig.runs.stop()
    assert rig.seen == []
    rig.runs.begin()
    rig.runs.stop()
    assert rig.runs.state.stopping
    rig.jobs.run_all()
    assert exchange.cancelled is True
    assert rig.runs.state.report is not None
    assert rig.runs.state.report.cancelled
    rig.runs.begin()
    rig.jobs.run_all()
    assert exchange.cancelled is False, "the next run is not stopped"


def test_no_network_is_told_and_can_be_tried_again() -> None:
    failure = Failure(FailureCode.NO_NETWORK, detail="timeout")
    rig = Rig(ScriptedExchange(failure=failure))
    rig.runs.begin(rig.heard.append)
    rig.jobs.run_all()
    assert rig.heard == [Err(failure)]
    assert rig.runs.state == Run(failure=failure, ended=1)
    rig.runs.begin()
    assert rig.runs.state.failure is None
