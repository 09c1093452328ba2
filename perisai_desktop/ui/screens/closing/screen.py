"""Joins the dialog that closes a day with its presenter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.closing_day import ClosingDay
from perisai_desktop.ui.screens.closing.presenter import ClosingPresenter
from perisai_desktop.ui.screens.closing.view import ClosingDialog
from perisai_desktop.ui.widgets.suggestions import Option


def closing_dialog(
    days: ClosingDay, jobs: Jobs, reasons: Sequence[Option], done: Callable[[str], None], parent: QWidget
) -> tuple[ClosingDialog, ClosingPresenter]:
    """A dialog and its presenter, joined; `done` hears the entry that closed the day."""
    dialog = ClosingDialog(reasons, parent)
    presenter = ClosingPresenter(days, jobs, dialog.show_state, done)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.typed.connect(lambda value, text: presenter.type_count(value, text))
    dialog.reason_chosen.connect(lambda code: presenter.choose_reason(code))
    dialog.acted.connect(lambda: presenter.close())
    presenter.load()
    return dialog, presenter
