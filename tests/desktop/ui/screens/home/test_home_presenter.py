"""The first screen shows its figures at once, what takes longer after, and keeps them where a read fails."""

from __future__ import annotations

from dataclasses import replace

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.collection import Radar
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.overview import Overview
from perisai_desktop.ui.screens.home.presenter import HomePresenter
from perisai_desktop.ui.screens.home.state import HomeState
from tests.support.gallery.home_scenes import OVERVIEW, RADAR


class Figures:
    """Fulfils `Figures`."""

    overview: Overview = OVERVIEW
    failure: Failure | None = None
    slow_failure: Failure | None = None

    def look(self) -> Overview:
        if self.failure is not None:
            raise self.failure
        return self.overview

    def radar(self) -> Radar:
        if self.slow_failure is not None:
            raise self.slow_failure
        return RADAR

    def commission(self) -> int:
        return 633_820


def test_the_figures_do_not_wait_for_the_estimate() -> None:
    jobs, seen = HandRunJobs(), list[HomeState]()
    presenter = HomePresenter(Figures(), jobs, seen.append)
    presenter.load()
    jobs.run_next(Lane.LOCAL)
    assert seen == [HomeState(OVERVIEW)]
    jobs.run_all()
    assert presenter.state == HomeState(OVERVIEW, RADAR, 633_820)


def test_what_was_read_stays_where_a_read_fails() -> None:
    jobs, figures = HandRunJobs(), Figures()
    presenter = HomePresenter(figures, jobs, lambda _state: None)
    presenter.load()
    jobs.run_all()
    figures.failure = Failure(FailureCode.STORE_BUSY)
    presenter.load()
    jobs.run_all()
    assert presenter.state == HomeState(OVERVIEW, RADAR, 633_820, figures.failure)
    figures.failure, figures.slow_failure = None, Failure(FailureCode.STORE_DAMAGED)
    figures.overview = replace(OVERVIEW, days_left=7)
    presenter.load()
    jobs.run_all()
    assert presenter.state == HomeState(figures.overview, RADAR, 633_820, figures.slow_failure)
