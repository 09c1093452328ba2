"""Joins the tasks screen with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.enrolment_fields import build_fields
from perisai_desktop.ui.screens.tasks.presenter import TasksPresenter
from perisai_desktop.ui.screens.tasks.view import TasksView
from perisai_desktop.ui.state_words import ReasonWords
from sync.rules.iuran_month import IuranMonth


def tasks_screen(
    desk: AgentDesk, jobs: Jobs, reasons: ReasonWords, corrected: Callable[[], None]
) -> tuple[TasksView, TasksPresenter]:
    """A view and its presenter, joined; `corrected` hears that a correction was written."""
    month = IuranMonth.of(desk.clock.today())
    fields = build_fields(desk.reference, month, prefix="fix", terse=False)
    view = TasksView(fields, reasons, desk.clock.now)
    presenter = TasksPresenter(desk.correcting, desk.enrolling, jobs, view.show_state, corrected)
    view.opened.connect(presenter.open)
    view.typed.connect(presenter.type_into)
    view.place_asked.connect(presenter.look_for_place)
    view.place_picked.connect(presenter.choose_place)
    view.field_opened.connect(presenter.open_field)
    view.explained.connect(presenter.explain)
    view.rested.connect(presenter.rest)
    view.sent.connect(presenter.send)
    view.appeared.connect(presenter.load)
    return view, presenter
