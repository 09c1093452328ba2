"""The heartbeat: one run at a time, calm after success, later and later after failure."""

import math
from collections.abc import Callable
from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.heartbeat import Heartbeat
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.exchange import SyncReport
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.outcome import Err, Ok

REPORT = SyncReport(
    sent=1,
    rupiah=8400,
    applied=2,
    decisions=1,
    bytes_up=400,
    cancelled=False,
    at=datetime(2026, 11, 22, 3, tzinfo=UTC),
)


def beating(
    line: "Line",
    jobs: HandRunJobs,
    wait: Callable[[int], float] | None = None,
    held: Callable[[], float] = lambda: 0.0,
) -> Heartbeat:
    """A heart that runs `line` in the network lane."""

    def begin(ended: Callable[[Ok[SyncReport] | Err], None]) -> None:
        def told(outcome: Ok[SyncReport] | Err) -> None:
            line.heard.append(outcome)
            ended(outcome)

        jobs.run(Lane.NETWORK, line.sync, told)

    return Heartbeat(begin, wait or calmly, held)


def calmly(failures: int) -> float:
    return 900.0


class Line:
    """A sync that answers or fails as told, and counts."""

    def __init__(self) -> None:
        self.runs = 0
        self.up = True
        self.heard: list[Ok[SyncReport] | Err] = []

    def sync(self) -> SyncReport:
        self.runs += 1
        if not self.up:
            raise Failure(FailureCode.NO_NETWORK, detail="timeout")
        return REPORT


def test_the_first_beat_comes_with_the_start(qtbot: QtBot) -> None:
    line, jobs = Line(), HandRunJobs()
    heart = beating(line, jobs)
    heart.start()
    heart.beat()
    assert jobs.waiting(Lane.NETWORK) == 1
    jobs.run_all()
    assert line.heard == [Ok(REPORT)]
    heart.stop()


def test_a_beat_wanted_during_a_run_follows_it_at_once(qtbot: QtBot) -> None:
    line, jobs = Line(), HandRunJobs()
    heart = beating(line, jobs)
    heart.start()
    heart.hurry()
    jobs.run_all()
    qtbot.waitUntil(lambda: jobs.waiting(Lane.NETWORK) == 1)
    jobs.run_all()
    assert line.runs == 2
    heart.stop()


def test_a_failure_is_told_and_does_not_end_the_beating(qtbot: QtBot) -> None:
    line, jobs = Line(), HandRunJobs()
    line.up = False
    heart = beating(line, jobs)
    heart.start()
    jobs.run_all()
    assert line.heard == [Err(Failure(FailureCode.NO_NETWORK, detail="timeout"))]
    line.up = True
    heart.hurry()
    jobs.run_all()
    assert line.heard[1:] == [Ok(REPORT)]
    heart.stop()


def test_the_pause_grows_with_the_failures_in_a_row(qtbot: QtBot) -> None:
    line, jobs = Line(), HandRunJobs()
    line.up = False
    asked: list[int] = []

    def noted(failures: int) -> float:
        asked.append(failures)
        return 900.0

    heart = beating(line, jobs, noted)
    heart.start()
    jobs.run_all()
    heart.beat()
    jobs.run_all()
    heart.hurry()
    jobs.run_all()
    assert asked == [1, 2, 1]
    heart.stop()


def test_nothing_beats_after_stop(qtbot: QtBot) -> None:
    line, jobs = Line(), HandRunJobs()
    heart = beating(line, jobs)
    heart.start()
    heart.stop()
    jobs.run_all()
    heart.hurry()
    assert line.runs == 1
    assert jobs.waiting(Lane.NETWORK) == 0


def test_nothing_beats_during_a_pause(qtbot: QtBot) -> None:
    line, jobs, left = Line(), HandRunJobs(), [math.inf]
    heart = beating(line, jobs, held=lambda: left[0])
    heart.start()
    heart.hurry()
    assert jobs.waiting(Lane.NETWORK) == 0
    left[0] = 0.0
    heart.hurry()
    assert jobs.waiting(Lane.NETWORK) == 1
    heart.stop()


def test_a_pause_ends_without_anybody_doing_anything(qtbot: QtBot) -> None:
    line, jobs, left = Line(), HandRunJobs(), [0.02, 0.0]
    heart = beating(line, jobs, held=lambda: left.pop(0))
    heart.start()
    assert jobs.waiting(Lane.NETWORK) == 0
    qtbot.waitUntil(lambda: jobs.waiting(Lane.NETWORK) == 1)
    heart.stop()


def test_a_pause_asked_for_during_a_run_holds_the_next_beat(qtbot: QtBot) -> None:
    line, jobs, left = Line(), HandRunJobs(), [0.0]
    heart = beating(line, jobs, held=lambda: left[0])
    heart.start()
    heart.hurry()
    left[0] = math.inf
    jobs.run_all()
    heart.hurry()
    assert (line.runs, jobs.waiting(Lane.NETWORK)) == (1, 0)
    heart.stop()
