"""Joins the screen of reports with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.reports.presenter import Post, ReportsPresenter
from perisai_desktop.ui.screens.reports.view import ReportsView


def reports_screen(
    desk: AgentDesk, jobs: Jobs, post: Post, folder: Callable[[], str], keep: Callable[[str], None]
) -> tuple[ReportsView, ReportsPresenter]:
    """A view and its presenter, joined; `folder` is where a file was saved last, `keep` remembers it."""
    view = ReportsView(desk.identity.device, folder, keep)
    presenter = ReportsPresenter(desk.reporting, jobs, view.show_state, post)
    view.appeared.connect(presenter.load)
    view.span_chosen.connect(presenter.choose_span)
    view.stepped.connect(presenter.step)
    view.grouped.connect(presenter.group)
    view.measured.connect(presenter.measure)
    view.sort_asked.connect(presenter.sort)
    view.save_asked.connect(presenter.save)
    view.stop_asked.connect(presenter.stop)
    return view, presenter
