"""Joins the first-run screen with its presenter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.screens.first_run.presenter import Enrol, FirstRunPresenter
from perisai_desktop.ui.screens.first_run.view import FirstRunView

if TYPE_CHECKING:
    from perisai_desktop.services.desk import AgentDesk


def first_run_screen(
    enrol: Enrol, jobs: Jobs, signed_in: Callable[[AgentDesk], None], server: str = ""
) -> tuple[FirstRunView, FirstRunPresenter]:
    """A view and its presenter, joined; `presenter.open()` shows it."""
    view = FirstRunView()
    presenter = FirstRunPresenter(enrol, jobs, view.show_state, signed_in, server)
    # Qt holds bound methods weakly: the function keeps the presenter as long as its view.
    view.submitted.connect(lambda *typed: presenter.submit(*typed))
    return view, presenter
