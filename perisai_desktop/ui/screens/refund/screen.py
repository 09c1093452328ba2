"""Joins the dialog for money to be given back with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.refunding import Refunding
from perisai_desktop.ui.screens.refund.presenter import RefundPresenter
from perisai_desktop.ui.screens.refund.view import RefundDialog


def refund_dialog(
    refunds: Refunding, jobs: Jobs, done: Callable[[str], None], parent: QWidget
) -> tuple[RefundDialog, RefundPresenter]:
    """A dialog and its presenter, joined; `done` hears the entry that was written."""
    dialog = RefundDialog(parent)
    presenter = RefundPresenter(refunds, jobs, dialog.show_state, done)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.opened.connect(lambda decision_id: presenter.open(decision_id))
    dialog.receiver_chosen.connect(lambda receiver: presenter.choose_receiver(receiver))
    dialog.named.connect(lambda text: presenter.type_name(text))
    dialog.signed.connect(lambda strokes: presenter.sign(strokes))
    dialog.acted.connect(lambda: presenter.give_back())
    presenter.load()
    return dialog, presenter
