"""Joins the dialog about a worker's life with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.life.presenter import LifePresenter
from perisai_desktop.ui.screens.life.view import LifeDialog
from sync.rules.changes import EndCause
from sync.rules.iuran_month import IuranMonth


def life_dialog(
    desk: AgentDesk, jobs: Jobs, worker_id: str, done: Callable[[str], None], parent: QWidget
) -> tuple[LifeDialog, LifePresenter]:
    """A dialog and its presenter, joined; `done` hears the entry that was written."""
    dialog = LifeDialog(desk.reference, IuranMonth.of(desk.clock.today()), parent)
    presenter = LifePresenter(
        desk.life_outlooks,
        desk.changing,
        desk.enrolling,
        desk.places.place,
        jobs,
        dialog.show_state,
        worker_id,
        done,
    )
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.switched.connect(lambda ending: presenter.switch(ending=ending))
    dialog.typed.connect(lambda name, text: presenter.type_into(name, text))
    dialog.place_asked.connect(lambda query: presenter.look_for_place(query))
    dialog.month_chosen.connect(lambda month: presenter.choose_month(month))
    dialog.cause_chosen.connect(lambda cause: presenter.choose_cause(EndCause(cause)))
    dialog.day_typed.connect(lambda text: presenter.type_day(text))
    dialog.explained.connect(lambda code, words: presenter.explain(code, words))
    dialog.acted.connect(lambda: presenter.write())
    presenter.load()
    return dialog, presenter
