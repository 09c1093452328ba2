"""Joins the dialog for consent that is taken back with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.withdrawing import Withdrawing
from perisai_desktop.ui.screens.withdrawal.presenter import WithdrawalPresenter
from perisai_desktop.ui.screens.withdrawal.view import WithdrawalDialog


def withdrawal_dialog(
    consents: Withdrawing,
    jobs: Jobs,
    worker_id: str,
    name: str,
    done: Callable[[str], None],
    parent: QWidget,
) -> tuple[WithdrawalDialog, WithdrawalPresenter]:
    """A dialog about the worker `name`, and its presenter, joined; `done` hears the entry that was written."""
    dialog = WithdrawalDialog(consents.reference.consent, name, parent)
    presenter = WithdrawalPresenter(consents, jobs, dialog.show_state, worker_id, done)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.chosen.connect(lambda code, on: presenter.choose(code, on=on))
    dialog.named.connect(lambda text: presenter.name(text))
    dialog.signed.connect(lambda strokes: presenter.sign(strokes))
    dialog.acted.connect(lambda: presenter.withdraw())
    presenter.load()
    return dialog, presenter
