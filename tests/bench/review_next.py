"""Records approved by keyboard, one after the other: keys each, and how long the next one takes to be on screen.

The branch is the double that keeps the contract of the real session; each of its answers takes as long as over a
mobile network. The person looks at a record until the server has given it to him.
"""

import threading
import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from perisai_desktop.background.qt_jobs import QtJobs
from perisai_desktop.config.clock import SystemClock
from perisai_desktop.domain.queue_page import QueuePage
from perisai_desktop.domain.review import ReviewRecord
from perisai_desktop.ui.screens.review.presenter import ReviewPresenter
from perisai_desktop.ui.screens.review.screen import review_screen
from perisai_desktop.ui.screens.review.view import ReviewView
from perisai_desktop.ui.theme.theme import Theme, ThemeChoice
from tests.bench.measured import Claim, Measured, series, timed
from tests.bench.typing_hand import wait_for
from tests.support.fake_reviewing import FakeReviewing, record
from tests.support.reference_data import reference

ANSWER = 0.08
"""Seconds that each answer of the branch takes."""


def _travel() -> None:
    """The way there and back."""
    threading.Event().wait(ANSWER)


class FarBranch(FakeReviewing):
    """The double at the other end of a line."""

    def page(self, after: str | None = None) -> QueuePage:
        _travel()
        return super().page(after)

    def record(self, entry_id: str) -> ReviewRecord:
        _travel()
        return super().record(entry_id)

    def approve(self, entry_id: str, digest: str) -> bool:
        _travel()
        return super().approve(entry_id, digest)


def run(size: int) -> Measured:
    """`size` clean records."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["bench"])
    theme = Theme(app, ThemeChoice.LIGHT, lambda _choice: None)
    branch, jobs, clock = (
        FarBranch([record(place, f"Peserta {place}") for place in range(size)]),
        QtJobs(),
        SystemClock(),
    )
    view, presenter = review_screen(branch, jobs, reference(), "id", 420, clock.now)
    view.resize(1142, 650)
    view.show()
    view.arrive()
    keys, shown, waited, worked = 0, [], [], []
    while len(branch.decided) < size:
        waited.append(timed(lambda: wait_for(lambda: _ready(presenter))))
        before = time.thread_time()
        shown.append(timed(lambda: _approve(view, presenter)))
        worked.append((time.thread_time() - before) * 1_000)
        keys += 1
        if not presenter.state.records:
            wait_for(lambda: not presenter.state.sending)
    wait_for(lambda: presenter.state.decided == size)
    view.close()
    jobs.close()
    theme.deleteLater()
    following = series("A pressed until the next record is drawn", shown[:-1] or shown)
    return Measured(
        (
            following,
            series("processor time of that", worked),
            series("until it may be decided", waited[1:] or waited),
        ),
        (
            Claim("keys for a clean record", keys / size, 2, "keys"),
            Claim("next record shown, p99", following.quantile(0.99), 50, "ms"),
        ),
    )


def _ready(presenter: ReviewPresenter) -> bool:
    """Whether the person has the record, and the one behind it was read."""
    state = presenter.state
    if state.record is None or not state.decidable:
        return False
    following = state.following(state.record.entry_id)
    return following is None or presenter.has_read(following)


def _approve(view: ReviewView, presenter: ReviewPresenter) -> None:
    """One key, until what it leads to is drawn."""
    before = presenter.state.record
    QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_A)
    assert presenter.state.record is not before
    QApplication.processEvents()
