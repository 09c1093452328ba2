"""The reviewer's screen over a branch in memory, its jobs run by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.ui.screens.review.presenter import ReviewPresenter
from perisai_desktop.ui.screens.review.screen import review_screen
from perisai_desktop.ui.screens.review.state import ReviewScreenState
from perisai_desktop.ui.screens.review.view import ReviewView
from tests.support.fake_reviewing import RECORDED_AT, FakeReviewing, record
from tests.support.reference_data import reference
from tests.support.typist import Typist


@dataclass
class Branch:
    """The presenter with its session and what it showed."""

    session: FakeReviewing
    jobs: HandRunJobs
    shown: list[ReviewScreenState]
    presenter: ReviewPresenter

    @property
    def state(self) -> ReviewScreenState:
        """What is on screen."""
        return self.presenter.state

    def run(self) -> ReviewScreenState:
        """Let everything happen."""
        self.jobs.run_all()
        return self.state


@dataclass
class Screen(Branch):
    """The same with the real view and a person at its keyboard."""

    view: ReviewView
    typist: Typist

    def part(self, name: str) -> QWidget:
        """A widget by its name."""
        found = self.view.findChild(QWidget, name)
        assert isinstance(found, QWidget)
        return found


def people() -> FakeReviewing:
    """Three records, the second one flagged."""
    return FakeReviewing(
        [record(1, "Ujang Sobarna"), record(2, "Maria Kewa", flagged=True), record(3, "Asep Contoh")]
    )


@pytest.fixture
def branch() -> Branch:
    session, jobs, shown = people(), HandRunJobs(), list[ReviewScreenState]()
    return Branch(session, jobs, shown, ReviewPresenter(session, jobs, shown.append))


@pytest.fixture
def screen(showing: Callable[[QWidget], QWidget]) -> Screen:
    session, jobs = people(), HandRunJobs()
    view, presenter = review_screen(
        session, jobs, reference(), "en", 420, lambda: RECORDED_AT + timedelta(days=3)
    )
    showing(view)
    view.arrive()
    jobs.run_all()
    return Screen(session, jobs, [], presenter, view, Typist(jobs))
