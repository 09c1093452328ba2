"""Joins the dialog for a void with its presenter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.voiding import Voiding
from perisai_desktop.ui.screens.voiding.presenter import VoidPresenter
from perisai_desktop.ui.screens.voiding.view import VoidDialog
from perisai_desktop.ui.widgets.suggestions import Option


def void_dialog(
    voids: Voiding,
    jobs: Jobs,
    number: str,
    reasons: Sequence[Option],
    done: Callable[[str], None],
    parent: QWidget,
) -> tuple[VoidDialog, VoidPresenter]:
    """A dialog and its presenter, joined; `done` hears the request that was written."""
    dialog = VoidDialog(number, reasons, parent)
    presenter = VoidPresenter(voids, jobs, dialog.show_state, number, done)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.worker_chosen.connect(lambda worker_id: presenter.choose_worker(worker_id))
    dialog.reason_chosen.connect(lambda code: presenter.choose_reason(code))
    dialog.cash_chosen.connect(lambda cash: presenter.choose_cash(cash))
    dialog.acted.connect(lambda: presenter.ask())
    presenter.load()
    return dialog, presenter
