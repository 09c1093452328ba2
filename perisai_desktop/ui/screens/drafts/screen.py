"""Joins the list of drafts with its presenter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.owned_jobs import OwnedJobs
from perisai_desktop.ui.screens.drafts.presenter import DraftsPresenter
from perisai_desktop.ui.screens.drafts.view import DraftsDialog


def drafts_dialog(
    desk: AgentDesk, on_form: str, jobs: Jobs, parent: QWidget
) -> tuple[DraftsDialog, DraftsPresenter]:
    """A dialog and its presenter, joined; `on_form` is the draft that is on the form."""
    dialog = DraftsDialog(desk.clock.now(), parent)
    presenter = DraftsPresenter(desk.drafting, on_form, OwnedJobs(jobs, dialog), dialog.show_state)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.thrown.connect(lambda draft_id: presenter.throw_away(draft_id))
    dialog.brought_back.connect(lambda: presenter.bring_back())
    presenter.load()
    return dialog, presenter
