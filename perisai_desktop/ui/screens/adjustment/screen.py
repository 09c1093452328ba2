"""Joins the dialog for a movement of cash with its presenter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.adjustment.presenter import AdjustmentPresenter
from perisai_desktop.ui.screens.adjustment.view import AdjustmentDialog
from perisai_desktop.ui.widgets.suggestions import Option


def adjustment_dialog(
    desk: AgentDesk, jobs: Jobs, reasons: Sequence[Option], done: Callable[[str], None], parent: QWidget
) -> tuple[AdjustmentDialog, AdjustmentPresenter]:
    """A dialog and its presenter, joined; `done` hears the entry that was written."""
    dialog = AdjustmentDialog(reasons, parent)
    presenter = AdjustmentPresenter(desk.adjusting, desk.till_book.look, jobs, dialog.show_state, done)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.chosen.connect(lambda what: presenter.choose(what))
    dialog.typed.connect(lambda text: presenter.type_amount(text))
    dialog.reason_chosen.connect(lambda code: presenter.choose_reason(code))
    dialog.acted.connect(lambda: presenter.write())
    presenter.load()
    return dialog, presenter
