"""Joins the workers screen with its presenter."""

from __future__ import annotations

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.workers.presenter import WorkersPresenter
from perisai_desktop.ui.screens.workers.view import WorkersView
from perisai_desktop.ui.state_words import ReasonWords


def workers_screen(desk: AgentDesk, jobs: Jobs, reasons: ReasonWords) -> tuple[WorkersView, WorkersPresenter]:
    """A view and its presenter, joined."""
    view = WorkersView(reasons, desk.clock.today(), desk.clock.offset())
    presenter = WorkersPresenter(desk.finding, jobs, view.show_state)
    view.searched.connect(presenter.search)
    view.narrowed.connect(presenter.narrow)
    view.chosen.connect(presenter.choose)
    view.end_near.connect(presenter.more)
    view.appeared.connect(presenter.refresh)
    return view, presenter
