"""Joins the tasks screen with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.own_correcting import OwnCorrecting
from perisai_desktop.ui.enrolment_fields import build_fields
from perisai_desktop.ui.owned_jobs import OwnedJobs
from perisai_desktop.ui.screens.tasks.correction_dialog import CorrectionDialog
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
    presenter = TasksPresenter(
        desk.correcting,
        desk.enrolling,
        desk.draft_photos,
        jobs,
        view.show_state,
        corrected,
        desk.voiding.seen,
    )
    view.opened.connect(presenter.open)
    view.typed.connect(presenter.type_into)
    view.place_asked.connect(presenter.look_for_place)
    view.place_picked.connect(presenter.choose_place)
    view.field_opened.connect(presenter.open_field)
    view.explained.connect(presenter.explain)
    view.photo_dropped.connect(presenter.photos.drop)
    view.rested.connect(presenter.rest)
    view.sent.connect(presenter.send)
    view.read.connect(presenter.close_read)
    view.appeared.connect(presenter.load)
    return view, presenter


def correction_dialog(
    desk: AgentDesk,
    jobs: Jobs,
    worker_id: str,
    reasons: ReasonWords,
    corrected: Callable[[], None],
    parent: QWidget,
) -> tuple[CorrectionDialog, TasksPresenter]:
    """The dialog for one worker's enrolment and its presenter, joined; `corrected` hears that it was written."""
    month = IuranMonth.of(desk.clock.today())
    dialog = CorrectionDialog(build_fields(desk.reference, month, prefix="fix", terse=False), reasons, parent)
    own = OwnCorrecting(desk.correcting, worker_id)
    presenter = TasksPresenter(
        own, desk.enrolling, desk.draft_photos, OwnedJobs(jobs, dialog), dialog.show_state, corrected
    )
    fixes = dialog.desk
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    fixes.typed.connect(lambda name, text: presenter.type_into(name, text))
    fixes.place_asked.connect(lambda query: presenter.look_for_place(query))
    fixes.place_picked.connect(lambda code: presenter.choose_place(code))
    fixes.field_opened.connect(lambda name: presenter.open_field(name))
    fixes.explained.connect(lambda code, words: presenter.explain(code, words))
    fixes.photo_dropped.connect(lambda subject: presenter.photos.drop(subject))
    fixes.sent.connect(lambda: presenter.send())
    dialog.rested.connect(lambda: presenter.rest())
    presenter.load()
    return dialog, presenter
