"""The two lanes: order within a lane, independence between them, where outcomes and bugs arrive."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.background.qt_jobs import QtJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.outcome import Err, Ok


@pytest.fixture
def qt_jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = QtJobs()
    yield jobs
    jobs.close()


def refused() -> int:
    raise Failure(FailureCode.NO_NETWORK, detail="dns")


def broken() -> int:
    raise ZeroDivisionError


class Seen:
    """Collects outcomes with the thread they arrived on."""

    def __init__(self) -> None:
        self.outcomes: list[Ok[int] | Err] = []
        self.threads: set[int] = set()

    def __call__(self, outcome: Ok[int] | Err) -> None:
        self.outcomes.append(outcome)
        self.threads.add(threading.get_ident())


def test_hand_run_keeps_the_contract() -> None:
    jobs = HandRunJobs()
    port: Jobs = jobs
    seen = Seen()
    for work in (lambda: 1, refused, lambda: 3):
        port.run(Lane.LOCAL, work, seen)
    assert seen.outcomes == []
    assert jobs.waiting(Lane.LOCAL) == 3
    jobs.run_all()
    assert seen.outcomes == [Ok(1), Err(Failure(FailureCode.NO_NETWORK, detail="dns")), Ok(3)]
    assert not jobs.run_next(Lane.NETWORK)


def test_hand_run_lets_bugs_through() -> None:
    jobs = HandRunJobs()
    seen = Seen()
    jobs.run(Lane.NETWORK, broken, seen)
    with pytest.raises(ZeroDivisionError):
        jobs.run_all()
    assert seen.outcomes == []


def test_hand_run_runs_what_the_work_queues() -> None:
    jobs = HandRunJobs()
    seen = Seen()
    jobs.run(Lane.NETWORK, lambda: 1, lambda _: jobs.run(Lane.LOCAL, lambda: 2, seen))
    jobs.run_all()
    assert seen.outcomes == [Ok(2)]


def test_outcomes_arrive_in_order_on_the_thread_of_the_windows(qtbot: QtBot, qt_jobs: Jobs) -> None:
    seen = Seen()
    workers: set[int] = set()

    def numbered(number: int) -> int:
        workers.add(threading.get_ident())
        return number

    for number in range(20):
        qt_jobs.run(Lane.LOCAL, partial(numbered, number), seen)
    qt_jobs.run(Lane.LOCAL, refused, seen)
    qtbot.waitUntil(lambda: len(seen.outcomes) == 21)
    assert seen.outcomes[:20] == [Ok(number) for number in range(20)]
    assert seen.outcomes[20] == Err(Failure(FailureCode.NO_NETWORK, detail="dns"))
    assert seen.threads == {threading.get_ident()}
    assert len(workers) == 1
    assert workers.isdisjoint(seen.threads)


def test_a_slow_network_does_not_delay_a_save(qtbot: QtBot, qt_jobs: Jobs) -> None:
    network_may_go_on = threading.Event()
    local, network = Seen(), Seen()
    qt_jobs.run(Lane.NETWORK, lambda: 1 if network_may_go_on.wait(10) else 0, network)
    qt_jobs.run(Lane.LOCAL, lambda: 2, local)
    qtbot.waitUntil(lambda: local.outcomes == [Ok(2)])
    assert network.outcomes == []
    network_may_go_on.set()
    qtbot.waitUntil(lambda: network.outcomes == [Ok(1)])


def test_a_bug_is_raised_where_the_windows_see_it(qtbot: QtBot, qt_jobs: Jobs) -> None:
    seen = Seen()
    with qtbot.captureExceptions() as bugs:
        qt_jobs.run(Lane.LOCAL, broken, seen)
        qtbot.waitUntil(lambda: len(bugs) == 1)
    assert bugs[0][0] is ZeroDivisionError
    assert seen.outcomes == []


def test_nothing_is_delivered_after_close(qtbot: QtBot) -> None:
    jobs = QtJobs()
    seen = Seen()
    begun = threading.Event()
    release = threading.Event()

    def slow() -> int:
        begun.set()
        return 1 if release.wait(10) else 0

    jobs.run(Lane.LOCAL, slow, seen)
    jobs.run(Lane.LOCAL, lambda: 2, seen)
    assert begun.wait(10)
    release.set()
    jobs.close()
    QCoreApplication.processEvents()
    assert seen.outcomes == []


def test_a_draft_that_waits_for_its_turn_is_kept_at_the_close() -> None:
    jobs = QtJobs()
    begun, release, kept = threading.Event(), threading.Event(), threading.Event()

    def slow() -> bool:
        begun.set()
        return release.wait(10)

    jobs.run(Lane.LOCAL, slow, lambda _outcome: None)
    jobs.run(Lane.LOCAL, kept.set, lambda _outcome: None)
    assert begun.wait(10)
    release.set()
    jobs.close()
    assert kept.is_set()
