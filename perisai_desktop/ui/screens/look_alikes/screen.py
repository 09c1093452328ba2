"""Joins the comparison with its presenter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.look_alikes import LookAlikes
from perisai_desktop.ui.owned_jobs import OwnedJobs
from perisai_desktop.ui.screens.look_alikes.presenter import LookAlikesPresenter
from perisai_desktop.ui.screens.look_alikes.view import LookAlikesDialog
from sync.rules.enrolment_form import EnrolmentForm


def look_alikes_dialog(
    look_alikes: LookAlikes, form: EnrolmentForm, jobs: Jobs, parent: QWidget
) -> tuple[LookAlikesDialog, LookAlikesPresenter]:
    """A dialog and its presenter, joined, about the person on `form`."""
    dialog = LookAlikesDialog(parent)
    presenter = LookAlikesPresenter(lambda: look_alikes.of(form), OwnedJobs(jobs, dialog), dialog.show_state)
    # PySide keeps bound methods weakly: the lambda is what keeps the presenter for as long as the dialog.
    dialog.next_wanted.connect(lambda: presenter.next())
    dialog.show_state(presenter.state)
    presenter.load()
    return dialog, presenter
