"""Joins the screen of accounts with its presenter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.screens.accounts.presenter import Accounts, AccountsPresenter
from perisai_desktop.ui.screens.accounts.view import AccountsView


def accounts_screen(
    accounts: Accounts, jobs: Jobs, here: int, now: Callable[[], datetime], *, keeps: bool
) -> tuple[AccountsView, AccountsPresenter]:
    """A view and its presenter, joined. `here`: the viewer's minutes ahead of UTC; `now`: this instant;
    `keeps`: whether they change accounts, or only read."""
    view = AccountsView(here, now, keeps=keeps)
    presenter = AccountsPresenter(accounts, jobs, view.show_state)
    view.appeared.connect(lambda: presenter.load())
    view.reload_asked.connect(lambda: presenter.load())
    view.chosen.connect(presenter.choose)
    return view, presenter
