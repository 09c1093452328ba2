"""The heartbeat: one run at a time, calm after success, later and later after failure."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.heartbeat import Heartbeat
from perisai_desktop.background.pacing import CALM, FIRST, LONGEST, Pacing
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
    heart = Heartbeat(jobs, line.sync, line.heard.append)
    heart.start()
    heart.beat()
    assert jobs.waiting(Lane.NETWORK) == 1
    jobs.run_all()
    assert line.heard == [Ok(REPORT)]
    heart.stop()


def test_a_beat_wanted_during_a_run_follows_it_at_once(qtbot: QtBot) -> None:
    line, jobs = Line(), HandRunJobs()
    heart = Heartbeat(jobs, line.sync, line.heard.append)
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
    heart = Heartbeat(jobs, line.sync, line.heard.append)
    heart.start()
    jobs.run_all()
    assert line.heard == [Err(Failure(FailureCode.NO_NETWORK, detail="timeout"))]
    line.up = True
    heart.hurry()
    jobs.run_all()
    assert line.heard[1:] == [Ok(REPORT)]
    heart.stop()


@pytest.mark.parametrize(("chance", "first"), [(1.0, FIRST), (0.5, FIRST / 2), (0.0, 1.0)])
def test_waiting_begins_with_seconds_and_ends_with_minutes(chance: float, first: float) -> None:
    pacing = Pacing(lambda: chance)
    waits = [pacing.after(reached=False) for _ in range(40)]
    assert waits[0] == first
    assert waits == sorted(waits)
    assert waits[-1] == max(1.0, LONGEST * chance)
    assert pacing.after(reached=True) == CALM
    assert pacing.after(reached=False) == first
