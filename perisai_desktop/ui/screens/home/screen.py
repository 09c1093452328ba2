"""Joins the first screen with its presenter."""

from __future__ import annotations

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.home.presenter import HomePresenter
from perisai_desktop.ui.screens.home.view import HomeView
from perisai_desktop.ui.state_words import ReasonWords


def home_screen(desk: AgentDesk, jobs: Jobs, reasons: ReasonWords) -> tuple[HomeView, HomePresenter]:
    """A view and its presenter, joined."""
    view = HomeView(desk.clock.now, desk.clock.offset(), reasons)
    presenter = HomePresenter(desk.overviews, jobs, view.show_state)
    view.appeared.connect(presenter.load)
    return view, presenter
