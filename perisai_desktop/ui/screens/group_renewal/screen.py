"""Joins the dialog of a kelompok that pays on with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.owned_jobs import OwnedJobs
from perisai_desktop.ui.screens.group_renewal.presenter import GroupRenewalPresenter
from perisai_desktop.ui.screens.group_renewal.view import GroupRenewalDialog


def group_renewal_dialog(
    desk: AgentDesk,
    jobs: Jobs,
    worker_id: str | None,
    issued: Callable[[Receipt], None],
    written: Callable[[], None],
    parent: QWidget,
) -> tuple[GroupRenewalDialog, GroupRenewalPresenter]:
    """A dialog and its presenter, joined; the kelompok of a worker is chosen. `issued` hears of a receipt to be shown,
    `written` of every receipt."""
    dialog = GroupRenewalDialog(parent)
    presenter = GroupRenewalPresenter(
        desk.payers, desk.group_renewing, OwnedJobs(jobs, dialog), dialog.show_state, issued, written
    )
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.list.searched.connect(lambda text: presenter.search(text))
    dialog.list.opened.connect(lambda steps: presenter.open(steps))
    dialog.members.ticked.connect(lambda row: presenter.tick(row))
    dialog.members.chosen.connect(lambda row: presenter.choose(row))
    dialog.members.every.connect(lambda: presenter.tick_all())
    dialog.members.months_taken.connect(lambda ahead: presenter.take_months(ahead))
    dialog.members.table.stepped.connect(lambda by: presenter.step(by))
    dialog.members.table.all_stepped.connect(lambda by: presenter.step_all(by))
    dialog.left.connect(lambda: presenter.back())
    dialog.pay_pressed.connect(lambda: presenter.pay())
    presenter.load(worker_id)
    return dialog, presenter
