"""Joins the dialog of a bulk with its presenter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.review import QueueRecord
from perisai_desktop.ui.owned_jobs import OwnedJobs
from perisai_desktop.ui.screens.bulk.dialog import BulkDialog
from perisai_desktop.ui.screens.bulk.presenter import Branch, BulkPresenter


def bulk_dialog(
    branch: Branch, jobs: Jobs, parent: QWidget, now: Callable[[], datetime], records: tuple[QueueRecord, ...]
) -> tuple[BulkDialog, BulkPresenter]:
    """A dialog and its presenter, joined. `records`: what the list holds; `now`: this instant."""
    names = {record.entry_id: record.worker_name for record in records}
    dialog = BulkDialog(now, lambda entry_id: names.get(entry_id, ""), parent)
    presenter = BulkPresenter(branch, OwnedJobs(jobs, dialog), dialog.show_state, records)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.acted.connect(lambda: presenter.act())
    dialog.appeared.connect(lambda: presenter.look())
    return dialog, presenter
