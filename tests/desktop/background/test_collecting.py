"""Garbage is collected on the thread of the windows, however busy a lane is."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from perisai_desktop.background.collecting import MIDDLE_AFTER, WHOLE_AFTER, Collector
from perisai_desktop.background.ports import Lane
from perisai_desktop.background.qt_jobs import QtJobs


class Knot:
    """An object in a cycle with itself, which says on which thread it was taken apart."""

    def __init__(self, seen: list[str]) -> None:
        self.own = self
        self._seen = seen

    def __del__(self) -> None:
        self._seen.append(threading.current_thread().name)


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    made = Collector()
    yield made
    made.stop()


def test_a_busy_lane_takes_nothing_apart(qtbot: QtBot, collector: Collector) -> None:
    seen: list[str] = []
    for _ in range(50):
        Knot(seen)
    jobs = QtJobs()
    done: list[object] = []
    jobs.run(Lane.LOCAL, lambda: [[number] for number in range(200_000)], done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert seen == []
    for _ in range(WHOLE_AFTER):
        collector.collect()
    jobs.close()
    assert seen == [threading.main_thread().name] * 50


def test_older_garbage_goes_too(collector: Collector) -> None:
    seen: list[str] = []
    Knot(seen)
    for _ in range(MIDDLE_AFTER):
        collector.collect()
    assert len(seen) == 1


@pytest.mark.parametrize("before", [True, False])
def test_collecting_is_given_back_to_who_had_it(qtbot: QtBot, before: bool) -> None:
    was = gc.isenabled()
    (gc.enable if before else gc.disable)()
    collector = Collector()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled() is before
    (gc.enable if was else gc.disable)()
