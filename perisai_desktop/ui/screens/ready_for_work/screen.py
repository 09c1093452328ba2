"""Joins the start of the day with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.readiness import PrinterStanding
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.ready_for_work.presenter import ReadyPresenter
from perisai_desktop.ui.screens.ready_for_work.view import ReadyView
from perisai_desktop.ui.screens.ready_for_work.words import Morning


def ready_screen(
    desk: AgentDesk, jobs: Jobs, printer: Callable[[], PrinterStanding]
) -> tuple[ReadyView, ReadyPresenter]:
    """A view and its presenter, joined; `printer` asks the system and runs in a job."""
    view = ReadyView(lambda: Morning(desk.clock.now(), desk.clock.offset()))
    presenter = ReadyPresenter(desk.upkeep.readiness, printer, jobs, view.show_state)
    view.appeared.connect(presenter.look)
    return view, presenter
