"""Joins the dialog of a deposit with its presenter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta, timezone
from pathlib import Path

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.slip_files import read_slip
from perisai_desktop.ui.screens.deposit.presenter import DepositPorts, DepositPresenter
from perisai_desktop.ui.screens.deposit.view import DepositDialog
from perisai_desktop.ui.widgets.suggestions import Option


def deposit_dialog(
    desk: AgentDesk, jobs: Jobs, reasons: Sequence[Option], done: Callable[[str], None], parent: QWidget
) -> tuple[DepositDialog, DepositPresenter]:
    """A dialog and its presenter, joined; `done` hears the entry that was written."""
    dialog = DepositDialog(reasons, parent)
    now = desk.clock.now().astimezone(timezone(timedelta(minutes=desk.clock.offset())))
    ports = DepositPorts(
        read=lambda: (desk.depositing.in_hand(), desk.till_book.look().rupiah),
        slip=read_slip,
        deposit=desk.depositing.deposit,
    )
    presenter = DepositPresenter(ports, jobs, dialog.show_state, now, done)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.receipts.ticked.connect(lambda number: presenter.toggle(number))
    dialog.receipts.every.connect(
        lambda all_of_them: presenter.choose(presenter.state.free if all_of_them else ())
    )
    dialog.amount_typed.connect(lambda text: presenter.type_amount(text))
    dialog.amount_left.connect(lambda: presenter.leave_amount())
    dialog.code_typed.connect(lambda text: presenter.type_code(text))
    dialog.channel_chosen.connect(lambda channel: presenter.choose_channel(channel))
    dialog.dated.connect(lambda day, clock: presenter.type_when(day, clock))
    dialog.reason_chosen.connect(lambda code: presenter.choose_reason(code))
    dialog.slip_named.connect(lambda path: presenter.take_slip(Path(path)))
    dialog.slip.dropped.connect(lambda: presenter.drop_slip())
    dialog.acted.connect(lambda: presenter.deposit())
    presenter.load()
    return dialog, presenter
