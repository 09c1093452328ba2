"""Joins the dialog for participants whom the agent serves already with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.portfolios import PortfolioReading, Portfolios
from perisai_desktop.ui.screens.portfolio.presenter import PortfolioPresenter
from perisai_desktop.ui.screens.portfolio.view import PortfolioDialog


def portfolio_dialog(
    lists: Portfolios, jobs: Jobs, done: Callable[[], None], parent: QWidget
) -> tuple[PortfolioDialog, PortfolioPresenter[PortfolioReading]]:
    """A dialog and its presenter, joined; `done` hears that somebody was taken in."""
    dialog = PortfolioDialog(parent)
    presenter = PortfolioPresenter(lists, jobs, dialog.show_state, done)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.file_chosen.connect(lambda path: presenter.read(path))
    dialog.given_up.connect(lambda: presenter.give_up())
    dialog.finished.connect(lambda _result: presenter.give_up())
    dialog.acted.connect(lambda: presenter.keep())
    dialog.show_state(presenter.state)
    return dialog, presenter
