"""Joins the cash screen with its presenter."""

from __future__ import annotations

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.cash.presenter import CashPresenter
from perisai_desktop.ui.screens.cash.view import CashView


def cash_screen(desk: AgentDesk, jobs: Jobs) -> tuple[CashView, CashPresenter]:
    """A view and its presenter, joined."""
    view = CashView()
    presenter = CashPresenter(desk.till_book, jobs, view.show_state)
    view.appeared.connect(presenter.load)
    view.sums.grouped.connect(presenter.group)
    view.sums.sort_chosen.connect(presenter.open_sort)
    view.sums.day_chosen.connect(presenter.open_day)
    return view, presenter
