"""Opens the dialog of a kelompok that pays on over the agent's window, and hands its receipts on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.group_renewal.screen import group_renewal_dialog
from perisai_desktop.ui.screens.group_renewal.view import GroupRenewalDialog
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame


class RenewalStand(QObject):
    """One dialog at a time. `receipt_ready` carries the receipt that was just written; `written`: something waits to be sent.

    `show` is asked for one of several receipts, by its number, and `enrol` for a member who has to enrol again.
    """

    receipt_ready = Signal(object)
    written = Signal()

    def __init__(
        self,
        desk: AgentDesk,
        jobs: Jobs,
        show: Callable[[str], None],
        enrol: Callable[[str], None],
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self.dialog: GroupRenewalDialog | None = None
        self._desk = desk
        self._jobs = jobs
        self._show = show
        self._enrol = enrol
        self._owner = owner

    def ask(self, worker_id: str | None = None) -> None:
        """Show the kelompok; that of a worker is chosen."""
        if self.dialog is not None:
            return
        dialog, _ = group_renewal_dialog(
            self._desk, self._jobs, worker_id, self._issued, self.written.emit, self._owner
        )
        if self._desk.identity.practice:
            PracticeFrame(dialog)
        dialog.list.receipt_asked.connect(lambda number: self._show(number))
        dialog.members.enrol_asked.connect(lambda worker_id: self._enrol_again(worker_id))
        dialog.finished.connect(lambda _code: self._closed(dialog))
        self.dialog = dialog
        dialog.open()

    def _issued(self, receipt: Receipt) -> None:
        self._put_away()
        self.receipt_ready.emit(receipt)

    def _enrol_again(self, worker_id: str) -> None:
        self._put_away()
        self._enrol(worker_id)

    def _put_away(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _closed(self, dialog: GroupRenewalDialog) -> None:
        dialog.deleteLater()
        self.dialog = None
