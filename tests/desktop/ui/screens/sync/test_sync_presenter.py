"""Sending now: progress on the screen's thread, a stop between steps, and the end in words."""

from collections.abc import Callable

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.exchange import Phase
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.sync.presenter import SyncPresenter
from perisai_desktop.ui.screens.sync.state import SyncState
from tests.support.screen_values import ScriptedExchange


class Rig:
    """A presenter with everything by hand."""

    def __init__(self, exchange: ScriptedExchange) -> None:
        self.shown: list[SyncState] = []
        self.posted: list[Callable[[], None]] = []
        self.ends = 0
        self.jobs = HandRunJobs()
        self.presenter = SyncPresenter(
            exchange, self.jobs, self.shown.append, self.posted.append, self._ended
        )

    def _ended(self) -> None:
        self.ends += 1


def test_a_run_ends_with_a_report_and_a_fresh_list() -> None:
    rig = Rig(ScriptedExchange())
    rig.presenter.send()
    rig.presenter.send()
    assert rig.jobs.waiting(Lane.NETWORK) == 1
    rig.jobs.run_all()
    state = rig.presenter.state
    assert (state.running, state.runs, rig.ends) == (False, 1, 1)
    assert state.report is not None
    assert state.report.sent == 4
    assert state.overview is not None


def test_progress_waits_for_the_screens_thread_and_never_comes_late() -> None:
    rig = Rig(ScriptedExchange())
    rig.presenter.send()
    rig.jobs.run_next(Lane.NETWORK)
    rig.posted[0]()
    assert [state.progress for state in rig.shown if state.progress] == [], "the run is over"
    rig.presenter.send()
    rig.posted[0]()
    assert [state.progress.phase for state in rig.shown if state.progress] == [Phase.SENDING]


def test_a_stop_is_asked_for_between_two_steps() -> None:
    exchange = ScriptedExchange()
    rig = Rig(exchange)
    rig.presenter.cancel()
    assert rig.shown == []
    rig.presenter.send()
    rig.presenter.cancel()
    assert rig.presenter.state.stopping
    rig.jobs.run_all()
    assert exchange.cancelled is True
    assert rig.presenter.state.report is not None
    assert rig.presenter.state.report.cancelled
    rig.presenter.send()
    rig.jobs.run_all()
    assert exchange.cancelled is False, "the next run is not stopped"


def test_no_network_is_told_and_can_be_tried_again() -> None:
    failure = Failure(FailureCode.NO_NETWORK, detail="timeout")
    rig = Rig(ScriptedExchange(failure=failure))
    rig.presenter.send()
    rig.jobs.run_all()
    assert (rig.presenter.state.failure, rig.presenter.state.running, rig.presenter.state.runs) == (
        failure,
        False,
        1,
    )
    rig.presenter.send()
    assert rig.presenter.state.failure is None
